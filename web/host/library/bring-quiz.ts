import { signal } from '@preact/signals-core';
import { type BrowserEnvironment, token } from '../../browser/environment.ts';
import type { Request } from '../../connection/requests.ts';
import type { Bringing, BringQuiz } from '../../ui/library-model.ts';
import { newQuizId } from './own-quizzes.ts';

/** Questions on their way at once. */
const AT_ONCE = 8;
const QUESTIONS_MOST = 200;
const TITLE_MOST = 80;

export function createBringQuiz(
  ask: Request,
  key: string,
  environment: Pick<BrowserEnvironment, 'bytes'>,
  saved: (quiz: string) => void,
): BringQuiz {
  const state = signal<Bringing>();

  async function read(file: { name: string; bytes: Uint8Array }) {
    state.value = { step: 'reading', name: file.name };
    const [{ bring }, { review }] = await Promise.all([
      import('../../../quizzes/formats/bring.ts'),
      import('../../../quizzes/formats/review.ts'),
    ]);
    const brought = await bring(file);
    if (state.peek()?.step !== 'reading') return;
    state.value =
      'refused' in brought
        ? { step: 'refused', name: file.name, reason: brought.refused }
        : { step: 'review', name: file.name, brought, rows: review(brought) };
  }

  async function save() {
    const at = state.peek();
    if (at?.step !== 'review') return;
    const { brought, name } = at;
    const drafts = brought.entries.flatMap((entry) => (entry.outcome === 'read' ? [entry.draft] : [])).slice(0, QUESTIONS_MOST);
    const rows = drafts.map((draft) => ({ question: token(environment).slice(0, 8), draft }));
    const quiz = newQuizId(environment);
    const title = (brought.title ?? name.replace(/\.\w+$/, '')).slice(0, TITLE_MOST);
    const language = brought.language ?? navigator.language;
    const progress = (done: number) => (state.value = { step: 'saving', done, of: rows.length });
    progress(0);
    const order = rows.map(({ question }) => question);
    await ask('saveQuiz', { key, quiz, version: 1, title, language, order });
    for (let done = 0; done < rows.length; done += AT_ONCE) {
      const some = rows.slice(done, done + AT_ONCE);
      await Promise.all(some.map((row) => ask('saveQuestion', { key, quiz, version: 1, ...row })));
      progress(done + some.length);
    }
    state.value = undefined;
    saved(quiz);
  }

  return {
    state,
    open: () => (state.value = { step: 'choose' }),
    close: () => (state.value = undefined),
    read,
    save,
  };
}
