import { isRefusal, refusal } from '../../../game/refusals.ts';
import { cleanName, foldName } from '../../../game/seats/names.ts';
import { parseAddress } from '../../../game/seats/seat.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { Frame } from '../../../game/wire/server-frames.ts';
import { youView } from '../../../game/wire/views.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { authorizeHost } from '../../room/authorize-host.ts';
import { frameText } from '../../room/frame-text.ts';
import { nameTakenRefusal } from '../../room/name-taken.ts';

/** In any phase and past the word filter: also lets a name through that it held back. */
export const renamePlayer: ActionHandler<HostPorts, HostMessages['renamePlayer']> = async (ports, message, { at }) => {
  const name = cleanName(message.name);
  if (isRefusal(name)) return name;
  const room = await authorizeHost(ports, message);
  if (isRefusal(room)) return room;
  const address = parseAddress(message.seat);
  if (address.room !== room.id) return refusal('noSeat');
  const seat = await ports.store.renameByHost(address, { name, folded: foldName(name), at });
  if (isRefusal(seat)) return seat.refused === 'nameTaken' ? nameTakenRefusal(ports, room.id, name) : refusal('noSeat');
  const frame: Frame<'view'> = { type: 'view', you: youView(address, seat, room) };
  if (seat.connection) await ports.sockets.send([{ connection: seat.connection, frame: frameText(frame) }]);
  return { type: 'stage', id: room.id };
};
