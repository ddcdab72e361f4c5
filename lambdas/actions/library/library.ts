import { BINNED_MS } from '../../../game/quiz/library.ts';
import { refusal } from '../../../game/refusals.ts';
import type { HostMessages } from '../../../game/wire/client-messages.ts';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { ActionHandler } from '../../dispatch.ts';
import { listedQuiz } from '../../library/listed-quiz.ts';
import type { KeptHead } from '../../ports/library.ts';
import type { HostPorts } from '../../ports/ports.ts';
import { fitting } from '../../room/frame-text.ts';

const PAGE_QUIZZES = 50;
const PAGE_BYTES = 22_000;

/** Own quizzes or the bin, newest first. What was binned long ago goes. */
export const library: ActionHandler<HostPorts, HostMessages['library']> = async ({ store, ...ports }, message) => {
  const owner = await ports.hash(message.key);
  const [isInvited, heads] = await Promise.all([store.invited(owner), store.heads(owner)]);
  if (!isInvited) return refusal('notHost');
  const isOver = ({ binnedAt = Number.POSITIVE_INFINITY }: KeptHead) => ports.now() - binnedAt > BINNED_MS;
  await Promise.all(heads.filter(isOver).map(({ id, binnedAt = 0 }) => store.deleteQuiz(owner, id, binnedAt)));
  const sought = folded(message.search);
  const found = heads
    .filter((head) => !isOver(head) && message.binned === (head.binnedAt !== undefined) && folded(head.title).includes(sought))
    .sort((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1));
  const left = found.slice(found.findIndex(({ id }) => id === message.after) + 1);
  const quizzes = fitting(left.slice(0, PAGE_QUIZZES).map(libraryQuiz), PAGE_BYTES);
  return { type: 'library', quizzes, next: quizzes.length < left.length ? quizzes.at(-1)?.id : undefined };
};

/** Letter case and accents aside. */
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const libraryQuiz = (head: KeptHead): LibraryQuiz => ({
  ...listedQuiz(head),
  savedAt: head.savedAt,
  playedAt: head.playedAt,
  binnedAt: head.binnedAt,
});
