import { batch, signal } from '@preact/signals-core';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { BrowserEnvironment } from '../../browser/environment.ts';
import { newQuizId } from '../../browser/new-ids.ts';
import type { Request } from '../../connection/requests.ts';
import type { OwnQuizzes } from '../../ui/library-model.ts';

/** As one types, ms. */
const SEARCH_REST_MS = 250;

export function createOwnQuizzes(
  ask: Request,
  key: string,
  environment: Pick<BrowserEnvironment, 'later' | 'bytes'>,
): OwnQuizzes {
  const quizzes = signal<readonly LibraryQuiz[]>();
  const next = signal<string>();
  const hasMore = signal(false);
  const search = signal('');
  const isBin = signal(false);
  const justBinned = signal<LibraryQuiz>();
  let asked = 0;
  let stopSearch = () => {};

  /** Only the newest request is heard. */
  async function fetch(after: string) {
    const own = ++asked;
    const reply = await ask('library', { key, after, search: search.peek().trim(), binned: isBin.peek() });
    if (reply?.type !== 'library' || own !== asked) return;
    batch(() => {
      quizzes.value = after ? [...(quizzes.peek() ?? []), ...reply.quizzes] : reply.quizzes;
      next.value = reply.next;
      hasMore.value = reply.next !== undefined;
    });
  }

  const without = ({ id }: LibraryQuiz) => (quizzes.value = quizzes.peek()?.filter((one) => one.id !== id));

  return {
    quizzes,
    hasMore,
    search,
    isBin,
    justBinned,
    refresh: () => fetch(''),
    more() {
      if (next.peek()) void fetch(next.peek() ?? '');
      next.value = undefined;
    },
    find(words) {
      search.value = words;
      stopSearch();
      stopSearch = environment.later(SEARCH_REST_MS, () => void fetch(''));
    },
    showBin(is) {
      batch(() => {
        isBin.value = is;
        search.value = '';
        quizzes.value = justBinned.value = undefined;
      });
      void fetch('');
    },
    bin(quiz) {
      batch(() => {
        without(quiz);
        justBinned.value = quiz;
      });
      void ask('binQuiz', { key, quiz: quiz.id, binned: true });
    },
    takeBack(quiz) {
      batch(() => {
        without(quiz);
        justBinned.value = undefined;
      });
      void ask('binQuiz', { key, quiz: quiz.id, binned: false }).then(() => fetch(''));
    },
    forgetBinned: () => (justBinned.value = undefined),
    async copy(from, sample, title) {
      const quiz = newQuizId(environment);
      const reply = await ask('copyQuiz', { key, quiz, from, sample, title });
      if (reply?.type !== 'saved') return undefined;
      await fetch('');
      return quiz;
    },
  };
}
