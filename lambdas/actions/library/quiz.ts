import { ordered, type QuizHead } from '../../../game/quiz/library.ts';
import { refusal } from '../../../game/refusals.ts';
import { utf8Bytes } from '../../../game/utf8.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { ActionHandler } from '../../dispatch.ts';
import type { KeptHead } from '../../ports/library.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { fitting } from '../../room/frame-text.ts';

/** Pages that hear of each other's changes. */
const EDITORS = 5;
/** With the head, whose 200 ids leave room for the largest question. */
const PAGE_BYTES = 23_000;

/** For editing, as many questions as fit a frame; this page hears of others' changes from now on. */
export const quiz: ActionHandler<HostPorts, HostMessages['quiz']> = async ({ store, hash }, message, { connection }) => {
  const owner = await hash(message.key);
  const [isInvited, before] = await Promise.all([store.invited(owner), store.head(owner, message.quiz)]);
  if (!isInvited) return refusal('notHost');
  if (!before) return refusal('noQuiz');
  const editors = [connection, ...before.editors.filter((one) => one !== connection)].slice(0, EDITORS);
  const head = message.after === undefined ? await store.markQuiz(owner, before.id, { editors }) : before;
  if (!head) return refusal('noQuiz');
  // After the head, which names no question that is not there; what is saved from now on is told.
  const drafts = await store.drafts(owner, head.id);
  const all = ordered(head, drafts);
  const left = all.slice(all.findIndex(({ id }) => id === message.after) + 1);
  const told = shown(head);
  const page = fitting(left, PAGE_BYTES - utf8Bytes(JSON.stringify(told)));
  return { type: 'quiz', head: told, drafts: page, next: page.length < left.length ? page.at(-1)?.id : undefined };
};

export const shown = ({ editors: _, ...head }: KeptHead): QuizHead => head;
