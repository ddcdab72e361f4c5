import { isMediaType, MEDIA_TYPES, mediaFileName } from '../../../game/media/media-file.ts';
import { isRefusal, refusal } from '../../../game/refusals.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';

/** Said before an upload, and again after it: only then is the file there. */
export const ticket: ActionHandler<HostPorts, HostMessages['ticket']> = async (ports, { key, hash, media: type, size }) => {
  const host = await ports.hash(key);
  if (!(await ports.store.invited(host))) return refusal('notHost');
  if (!isMediaType(type)) return refusal('mediaType');
  if (size > MEDIA_TYPES[type].most) return refusal('mediaLarge');
  const file = mediaFileName(hash, type);
  const upload = await ports.media.ticket(host, { file, type, size });
  if (isRefusal(upload)) return upload;
  return { type: 'ticket', file, ...(upload !== 'there' && { upload }) };
};
