import { signal } from '@preact/signals-core';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { Brought, Entry } from '../../../quizzes/formats/format.ts';
import { review } from '../../../quizzes/formats/review.ts';
import type { Bringing, BringQuiz, LibraryModel } from '../../../web/ui/library-model.ts';

const DAY_MS = 86_400_000;
const TITLES: [title: string, language: string][] = [
  ['Capitals of South America', 'en'],
  ['Photosynthesis, light and dark reactions: revision for the test on Friday', 'en'],
  ['Geschichte der Straßenbahn', 'de'],
  ['عواصم العالم', 'ar'],
  ['日本の地理', 'ja'],
  ['', 'en'],
];

export const OWN: LibraryQuiz[] = TITLES.map(([title, language], i) => ({
  id: `own-${i}`,
  title,
  language,
  questions: i * 7,
  savedAt: Date.UTC(2026, 10, 28) - i * DAY_MS,
  ...(i % 2 && { playedAt: Date.UTC(2026, 10, 20) - i * DAY_MS }),
}));

const nothing = () => {};

export const bringing = (state: Bringing | undefined): BringQuiz => ({
  state: signal(state),
  open: nothing,
  close: nothing,
  read: async () => {},
  save: async () => {},
});

const brought: Brought = {
  format: 'Kahoot quiz (XLSX)',
  entries: [
    ...Array.from(
      { length: 34 },
      (_, i): Entry => ({
        outcome: 'read',
        at: `row ${i + 9}`,
        draft: { kind: 'choice', text: `Question ${i}?`, options: ['Lima', 'Quito'], right: 1 },
        changes: [],
      }),
    ),
    {
      outcome: 'read',
      at: 'row 43',
      draft: { kind: 'choice', text: 'Which river is the longest?', options: ['Nile', 'Amazon'], right: 1 },
      changes: ['300 seconds became 240, the most there are'],
    },
    {
      outcome: 'read',
      at: 'row 44',
      draft: { kind: 'choice', text: 'And which lake?', options: ['Titicaca', 'Victoria'] },
      changes: [],
    },
    {
      outcome: 'left',
      at: 'row 45',
      text: 'Drop the pin on Chile',
      reason: '“Pin it” is a kind of question that we do not have',
    },
  ],
  remarks: ['Every right answer is option 1: is that so?'],
  media: new Map(),
};
export const REVIEW: Bringing = { step: 'review', brought, rows: review(brought), quizzes: [], remarks: brought.remarks };

export function libraryOf(quizzes: readonly LibraryQuiz[], own: Partial<LibraryModel['own']> = {}): LibraryModel {
  return {
    speed: signal(true),
    setSpeed: nothing,
    own: {
      quizzes: signal(quizzes),
      hasMore: signal(false),
      search: signal(''),
      isBin: signal(false),
      justBinned: signal(undefined),
      refresh: async () => {},
      more: nothing,
      find: nothing,
      showBin: nothing,
      bin: nothing,
      takeBack: nothing,
      forgetBinned: nothing,
      copy: async () => undefined,
      ...own,
    },
    bringing: bringing(undefined),
    editing: signal(undefined),
    edit: nothing,
    editCopy: nothing,
    exporting: signal(undefined),
    export: nothing,
    editor: undefined as never,
  };
}
