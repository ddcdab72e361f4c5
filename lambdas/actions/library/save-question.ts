import { mediaNamedIn } from '../../../game/media/media-file.ts';
import { coverOf } from '../../../game/quiz/library.ts';
import { refusal } from '../../../game/refusals.ts';
import { utf8Bytes } from '../../../game/utf8.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { tellEditors } from '../../library/tell-editors.ts';
import type { HostPorts } from '../../ports/ports.ts';

/** Twice what a question at all limits takes in Han. */
const DRAFT_BYTES = 12_000;

/** Finished or not. */
export const saveQuestion: ActionHandler<HostPorts, HostMessages['saveQuestion']> = async (ports, message, { connection }) => {
  const { store, media, now } = ports;
  const owner = await ports.hash(message.key);
  const { quiz, question, version, draft } = message;
  if (utf8Bytes(JSON.stringify(draft)) > DRAFT_BYTES) return refusal('draftLong');
  if (!(await store.invited(owner))) return refusal('notHost');
  const named = mediaNamedIn(draft);
  if (named.length && (await media.keep(owner, named)).length) return refusal('mediaGone');
  const row = { id: question, version, draft };
  const saved = await store.saveDraft(owner, quiz, row);
  if (saved !== 'saved') return saved.conflict ? { type: 'edited', quiz, draft: saved.conflict } : refusal('noQuiz');
  const savedAt = now();
  const head = await store.markQuiz(owner, quiz, { savedAt });
  if (!head) {
    // Of no quiz, or of one that was deleted meanwhile.
    await store.deleteDrafts(owner, quiz, [question]);
    return refusal('noQuiz');
  }
  const cover = coverOf(row);
  const isCover = head.cover ? head.cover.question === question : cover !== undefined;
  if (isCover && JSON.stringify(cover) !== JSON.stringify(head.cover)) await store.markQuiz(owner, quiz, { cover });
  await tellEditors(ports, owner, head, connection, { draft: row });
  return { type: 'saved', quiz, question, version, savedAt };
};
