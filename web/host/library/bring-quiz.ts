import { signal } from '@preact/signals-core';
import { mediaTypeOf } from '../../../game/media/media-file.ts';
import type { Draft } from '../../../game/quiz/library.ts';
import { MEDIA_FIELDS, type Picture } from '../../../game/quiz/questions/kind.ts';
import type { Brought } from '../../../quizzes/formats/format.ts';
import { type BrowserEnvironment, token } from '../../browser/environment.ts';
import type { Request } from '../../connection/requests.ts';
import { mediaOf } from '../../questions/draft-values.ts';
import type { Bringing, BringQuiz } from '../../ui/library-model.ts';
import { newQuizId } from './own-quizzes.ts';

/** Questions on their way at once. */
const AT_ONCE = 8;

type BroughtFile = Pick<Picture, 'file' | 'small'>;
const nothing = () => {};

export function createBringQuiz(
  ask: Request,
  key: string,
  environment: Pick<BrowserEnvironment, 'bytes'>,
  saved: (quiz: string) => void,
): BringQuiz {
  const state = signal<Bringing>();

  async function read(file: { name: string; bytes: Uint8Array }) {
    state.value = { step: 'reading', name: file.name };
    const [{ bring }, { review }, { assemble }] = await Promise.all([
      import('../../../quizzes/formats/bring.ts'),
      import('../../../quizzes/formats/review.ts'),
      import('../../../quizzes/formats/assemble.ts'),
    ]);
    const brought = await bring(file);
    if (state.peek()?.step !== 'reading') return;
    if ('refused' in brought) {
      state.value = { step: 'refused', name: file.name, reason: brought.refused };
      return;
    }
    const rows = review(brought);
    const { drafted, remarks } = assemble(brought, rows, file.name);
    state.value = { step: 'review', brought, rows, quizzes: drafted, remarks: [...brought.remarks, ...remarks] };
  }

  /** Named by their content from now on. */
  async function broughtMedia({ media }: Brought): Promise<Map<string, BroughtFile>> {
    const files = new Map<string, BroughtFile>();
    if (media.size === 0) return files;
    const [{ createUpload }, { bringPicture }] = await Promise.all([
      import('../../editor/media/upload.ts'),
      import('../../editor/media/bring-media.ts'),
    ]);
    const upload = createUpload(ask, key);
    for (const [name, bytes] of media) {
      const type = mediaTypeOf(name);
      const file = new Blob([new Uint8Array(bytes)], { type: type ?? '' });
      // What comes from another Quizcast stays as it is.
      const done = await (type ? upload(file, nothing) : bringPicture(file, upload, nothing));
      if ('file' in done) files.set(name, done);
    }
    return files;
  }

  async function save() {
    const at = state.peek();
    if (at?.step !== 'review') return;
    const of = at.quizzes.reduce((sum, { questions }) => sum + questions.length, 0);
    let done = 0;
    state.value = { step: 'saving', done, of };
    const files = await broughtMedia(at.brought);
    let last = '';
    for (const { title, language, questions } of at.quizzes) {
      const quiz = newQuizId(environment);
      const rows = questions.map((draft) => ({ question: token(environment).slice(0, 8), draft: withMedia(draft, files) }));
      const order = rows.map(({ question }) => question);
      await ask('saveQuiz', { key, quiz, version: 1, title, language, order });
      for (let first = 0; first < rows.length; first += AT_ONCE) {
        const some = rows.slice(first, first + AT_ONCE);
        await Promise.all(some.map((row) => ask('saveQuestion', { key, quiz, version: 1, ...row })));
        done += some.length;
        state.value = { step: 'saving', done, of };
      }
      last = quiz;
    }
    state.value = undefined;
    saved(last);
  }

  return {
    state,
    open: () => (state.value = { step: 'choose' }),
    close: () => (state.value = undefined),
    read,
    save,
  };
}

/** What did not get through is left out. */
function withMedia(draft: Draft, files: ReadonlyMap<string, BroughtFile>): Draft {
  const media = MEDIA_FIELDS.flatMap((field) => {
    const one = mediaOf(draft, field);
    if (!one) return [];
    const found = files.get(one.file);
    const small = found?.small ?? files.get(one.small ?? '')?.file;
    return [[field, found && { file: found.file, ...(small && { small }), alt: one.alt }]];
  });
  return Object.fromEntries(
    Object.entries({ ...draft, ...Object.fromEntries(media) }).filter(([, value]) => value !== undefined),
  );
}
