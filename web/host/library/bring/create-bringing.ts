import { batch, signal } from '@preact/signals-core';
import type { Draft } from '../../../../game/quiz/library.ts';
import type { LibraryQuiz } from '../../../../game/wire/server-frames.ts';
import type { BrowserEnvironment } from '../../../browser/environment.ts';
import type { Request } from '../../../connection/requests.ts';
import type { Bringing, BringQuiz, BroughtFile, BroughtRow, Destination, RefusedFile } from '../../../ui/bringing-model.ts';
import { host as words } from '../../../words/en.ts';
import { mediaBringer, mediaLostIn } from './bring-media.ts';
import { countTaken, newQuizzes, takenOf, withRow } from './brought-rows.ts';
import { createReader } from './reader.ts';
import { saveInBin } from './save-quiz.ts';

const NEW: Destination = { to: 'new', isOne: false, title: '' };

/** @param edit opens a quiz, with questions to add to it */
export function createBringing(
  ask: Request,
  key: string,
  environment: Pick<BrowserEnvironment, 'bytes'>,
  edit: (quiz: string, add?: readonly Draft[]) => void,
): BringQuiz {
  const state = signal<Bringing>();
  const destination = signal<Destination>(NEW);
  const found = signal<readonly LibraryQuiz[]>([]);
  const reader = createReader(globalThis.document?.documentElement.dataset.reader);
  let add: ((drafts: readonly Draft[]) => void) | undefined;
  /** Of what is being read or saved; another one gives it up. */
  let run = 0;
  /** Pictures did not get through: one may go on without them. */
  let isWarned = false;

  const reviewed = () => {
    const at = state.peek();
    return at?.step === 'review' ? at : undefined;
  };

  async function read(dropped: Parameters<BringQuiz['read']>[0]) {
    const own = ++run;
    const before = reviewed();
    const files: BroughtFile[] = [...(before?.files ?? [])];
    const refused: RefusedFile[] = [];
    for (const [done, file] of dropped.entries()) {
      state.value = { step: 'reading', name: file.name, done, of: dropped.length };
      const came = await reader.read(file).catch((): RefusedFile => ({ name: file.name, reason: '' }));
      if (own !== run) return;
      if ('rows' in came) files.push(came);
      else refused.push(came);
    }
    batch(() => {
      const now = destination.peek();
      if (now.to === 'new' && !now.title) destination.value = { ...now, title: files[0]?.title ?? '' };
      state.value = files.length ? { step: 'review', files, refused } : { step: 'choose', refused };
    });
  }

  const changeRow: (place: Parameters<BringQuiz['take']>[0], change: (row: BroughtRow) => BroughtRow) => void = (
    place,
    change,
  ) => {
    const at = reviewed();
    if (at) state.value = { ...at, files: withRow(at.files, place, change) };
  };

  async function save() {
    const at = reviewed();
    const to = destination.peek();
    if (!at || (to.to === 'own' && !to.quiz)) return;
    const own = ++run;
    let done = 0;
    const progress = (more: number) => {
      done += more;
      if (own === run) state.value = { step: 'saving', done, of: countTaken(at.files) };
    };
    const again = (name: string, reason: string) => {
      state.value = { ...at, refused: [{ name, reason }] };
    };
    progress(0);
    const files: BroughtFile[] = [];
    const isWithMedia = at.files.some(({ media }) => media.size > 0);
    const bring = isWithMedia ? await mediaBringer(ask, key) : async (file: BroughtFile) => file;
    for (const file of at.files) files.push(await bring(file));
    if (own !== run) return;
    const lost = files.flatMap(mediaLostIn);
    if (lost.length && !isWarned) {
      isWarned = true;
      return again('', words.bring.mediaLost(lost.join(', ')));
    }
    const drafts = files.flatMap(takenOf);
    if (to.to === 'editor') add?.(drafts);
    else if (to.to === 'own' && to.quiz) edit(to.quiz.id, drafts);
    else if (to.to === 'new') {
      const made: string[] = [];
      for (const quiz of newQuizzes(files, to)) {
        const id = await saveInBin(ask, key, environment, quiz, progress, () => own !== run);
        if (own !== run) return;
        if (!id) return again(quiz.title, words.bring.notSaved(quiz.title));
        made.push(id);
      }
      const out = await Promise.all(made.map((quiz) => ask('binQuiz', { key, quiz, binned: false })));
      if (own !== run) return;
      if (!out.every((reply) => reply?.type === 'saved')) return again('', words.bring.inBin);
      const last = made.at(-1);
      if (last) edit(last);
    }
    // Nothing more is to be read.
    reader.stop();
    state.value = undefined;
  }

  async function find(search: string) {
    const reply = await ask('library', { key, after: '', search: search.trim(), binned: false });
    if (reply?.type === 'library') found.value = reply.quizzes;
  }

  return {
    state,
    destination,
    found,
    open(into) {
      add = into;
      isWarned = false;
      batch(() => {
        destination.value = into ? { to: 'editor' } : NEW;
        state.value = { step: 'choose', refused: [] };
      });
    },
    close() {
      run++;
      reader.stop();
      state.value = undefined;
    },
    read,
    take: (place, isTaken) => changeRow(place, (row) => ({ ...row, isTaken })),
    async mend(place, draft) {
      const { checked } = await import('./read-file.ts');
      const { faults, answer } = checked(draft, reviewed()?.files[place[0]]?.language ?? 'en');
      changeRow(place, (row) => ({
        ...row,
        draft,
        answer,
        notes: faults,
        verdict: faults.length ? 'draft' : 'mended',
        isTaken: true,
      }));
    },
    sendTo: (next) => {
      destination.value = next;
      if (next.to === 'own' && !found.peek().length) void find('');
    },
    find,
    save,
  };
}
