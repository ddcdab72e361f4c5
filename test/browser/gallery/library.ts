import { signal } from '@preact/signals-core';
import type { LibraryQuiz } from '../../../game/wire/server-frames.ts';
import type { Bringing, BringQuiz, BroughtFile, BroughtRow, Destination } from '../../../web/ui/bringing-model.ts';
import type { LibraryModel } from '../../../web/ui/library-model.ts';

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

export const bringing = (
  state: Bringing | undefined,
  destination: Destination = { to: 'new', isOne: false, title: 'Rivers and lakes' },
): BringQuiz => ({
  state: signal(state),
  destination: signal(destination),
  found: signal(OWN),
  open: nothing,
  close: nothing,
  read: async () => {},
  take: nothing,
  mend: async () => {},
  sendTo: nothing,
  find: async () => {},
  save: async () => {},
});

const choice = (text: string, right?: number) => ({ kind: 'choice', text, options: ['Lima', 'Quito'], right });
const rows: BroughtRow[] = [
  ...Array.from({ length: 34 }, (_, i): BroughtRow => {
    const text = `Question ${i}?`;
    return { at: `row ${i + 9}`, verdict: 'taken', text, notes: [], draft: choice(text, 1), answer: 'Lima', isTaken: true };
  }),
  {
    at: 'row 43',
    verdict: 'changed',
    text: 'Which river is the longest?',
    notes: ['300 seconds became 240, the most there are'],
    draft: choice('Which river is the longest?', 1),
    answer: 'Lima',
    isTaken: true,
  },
  {
    at: 'row 44',
    verdict: 'draft',
    text: 'And which lake?',
    notes: ['Mark the right option.'],
    draft: choice('And which lake?'),
    isTaken: true,
  },
  {
    at: 'row 45',
    verdict: 'left',
    text: 'Drop the pin on Chile',
    notes: ['“Pin it” is a kind of question that we do not have'],
    isTaken: false,
  },
];
const file: BroughtFile = {
  name: 'rivers.xlsx',
  format: 'Kahoot quiz (XLSX)',
  title: 'Rivers and lakes',
  language: 'en',
  remarks: ['Every right answer is option 1: is that so?'],
  rows,
  media: new Map(),
};
export const REVIEW: Bringing = { step: 'review', files: [file], refused: [] };
export const REVIEW_OF_TWO: Bringing = {
  step: 'review',
  files: [file, { ...file, name: 'المزيد.csv', format: 'Table' }],
  refused: [{ name: 'notes.pdf', reason: 'notes.pdf is a PDF. Copy its text, and paste that.' }],
};

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
    toAdd: () => [],
    editCopy: nothing,
    exporting: signal(undefined),
    export: nothing,
    editor: undefined as never,
  };
}
