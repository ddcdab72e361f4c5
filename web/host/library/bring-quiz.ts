import { signal } from '@preact/signals-core';
import { mediaTypeOf } from '../../../game/media/media-file.ts';
import type { Draft } from '../../../game/quiz/library.ts';
import type { Brought } from '../../../quizzes/formats/format.ts';
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

  /** Named by their content from now on. */
  async function broughtMedia({ media }: Brought): Promise<Map<string, string>> {
    const files = new Map<string, string>();
    if (media.size === 0) return files;
    const [{ createUpload }, { fitPicture }] = await Promise.all([
      import('../../editor/media/upload.ts'),
      import('../../editor/media/fit-picture.ts'),
    ]);
    const upload = createUpload(ask, key);
    for (const [name, bytes] of media) {
      const type = mediaTypeOf(name);
      const file = new Blob([new Uint8Array(bytes)], { type: type ?? '' });
      // What comes from another Quizcast stays as it is.
      const fit = type ? file : await fitPicture(file);
      const done = fit && (await upload(fit, () => {}));
      if (done && 'file' in done) files.set(name, done.file);
    }
    return files;
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
    const files = await broughtMedia(brought);
    const order = rows.map(({ question }) => question);
    await ask('saveQuiz', { key, quiz, version: 1, title, language, order });
    for (let done = 0; done < rows.length; done += AT_ONCE) {
      const some = rows.slice(done, done + AT_ONCE);
      await Promise.all(
        some.map(({ question, draft }) =>
          ask('saveQuestion', { key, quiz, version: 1, question, draft: withMedia(draft, files) }),
        ),
      );
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

/** A picture that did not get through is left out. */
function withMedia({ picture, ...draft }: Draft, files: ReadonlyMap<string, string>): Draft {
  if (typeof picture !== 'object' || picture === null || !('file' in picture)) return draft;
  const file = files.get(String(picture.file));
  return file ? { ...draft, picture: { ...picture, file } } : draft;
}
