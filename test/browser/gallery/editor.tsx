// Every state of the editor, from static models.
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import type { Draft } from '../../../game/quiz/library.ts';
import { EditorScreen } from '../../../web/editor/editor-screen.tsx';
import type { EditorModel } from '../../../web/editor/model/editor-model.ts';
import { createEditorState, type Pane } from '../../../web/editor/state/editor-state.ts';

const STYLES = { player: '/player.css', host: '/host.css' };
const LONG =
  'Which of these inventions came first, if we count the year in which somebody sold the very first one to the public, and nothing before?';
const LONG_OPTION = 'A sewing machine that a single person could drive with both feet at home, sold by post';

const SEAS: Draft[] = [
  {
    kind: 'choice',
    text: 'Which sea is the saltiest?',
    options: ['The Dead Sea', 'The Red Sea', 'The Baltic', 'The Black Sea'],
    right: 1,
  },
  {
    kind: 'several',
    text: 'Which of these touch Italy?',
    options: ['Adriatic', 'Ionian', 'Aegean', 'Tyrrhenian', 'Ligurian', 'Black Sea'],
    right: [1, 2, 4, 5],
  },
  { kind: 'true-false', text: 'The Caspian Sea is a lake.', right: true, points: 2000 },
  { kind: 'poll', text: 'Where shall we go this summer?', options: ['The sea', 'The hills', 'A city'] },
  { kind: 'typed', text: 'Which strait parts Spain from Morocco?', accepted: ['Gibraltar', 'Strait of Gibraltar'] },
  {
    kind: 'choice',
    text: LONG,
    options: [LONG_OPTION, LONG_OPTION.replace('post', 'mail'), 'The zip', 'The zip'],
    right: 3,
    seconds: 25,
  },
  {
    kind: 'choice',
    text: 'Whose flag is this?',
    options: ['Ireland', 'Italy', 'Ivory Coast', 'Hungary'],
    right: 2,
    picture: { file: 'pictures/flag-1.svg', alt: 'Three stripes, upright' },
    explanation: 'Green, white and red, since 1797.',
  },
  { kind: 'choice', text: '', options: ['', '', '', ''] },
  {
    kind: 'true-false',
    text: 'Is this a horn?',
    right: true,
    picture: { file: 'pictures/flag-2.svg', alt: 'A flag' },
    sound: { file: 'tone.wav', alt: '' },
  },
];
const ARABIC: Draft[] = [{ kind: 'choice', text: 'ما هي عاصمة بيرو؟', options: ['ليما', 'كيتو', 'بوغوتا', 'لاباز'], right: 1 }];

interface State {
  drafts?: readonly Draft[];
  at?: number;
  title?: string;
  language?: string;
  pane?: Pane;
  model?: Partial<EditorModel>;
  theirs?: Draft;
  pressed?: readonly string[];
}

const nothing = () => {};
const idOf = (i: number) => `q${i}`;

function still({ drafts = SEAS, title = 'Seas of the world', language = 'en', at = 0, theirs, model }: State): EditorModel {
  return {
    quiz: signal({
      heading: { title, language, order: drafts.map((_, i) => idOf(i)) },
      drafts: new Map(drafts.map((draft, i) => [idOf(i), draft])),
    }),
    status: signal('ready'),
    saving: signal(theirs ? 'clash' : 'saved'),
    clashes: signal({ heading: undefined, drafts: new Map(theirs ? [[idOf(at), theirs]] : []) }),
    canUndo: signal(true),
    canRedo: signal(false),
    edit: nothing,
    undo: nothing,
    redo: nothing,
    take: nothing,
    isBinned: signal(false),
    takeOut: async () => {},
    saveNow: async () => true,
    unsaved: () => undefined,
    close: async () => {},
    ...model,
  };
}

const STATES: Record<string, State> = {
  choice: {},
  several: { at: 1, model: { saving: signal('kept') } },
  'true-false': { at: 2 },
  poll: { at: 3 },
  typed: { at: 4 },
  long: { at: 5 },
  picture: { at: 6 },
  sound: { at: 8, pressed: ['.media-again summary'] },
  unfinished: { at: 7, pressed: ['.editor-play'] },
  'first-question': { drafts: [], title: '', model: { saving: signal('new') } },
  clash: { theirs: { ...SEAS[0], text: 'Which sea has the most salt?', right: 2 } },
  loading: { model: { status: signal('loading') } },
  gone: { model: { status: signal('gone') } },
  binned: { at: 2, model: { isBinned: signal(true) } },
  shortcuts: { pressed: ['.editor-tools button:last-child'] },
  list: { pane: 'list' },
  preview: { pane: 'preview' },
  many: { drafts: Array.from({ length: 60 }, (_, i) => SEAS[i % SEAS.length] ?? {}), at: 3 },
  arabic: { drafts: ARABIC, title: 'أمريكا', language: 'ar' },
};

export { timeKeys, work } from './editor-at-work.tsx';

export const names = Object.keys(STATES);

let stop = () => {};

document.body.textContent = '';

export function show(name: string) {
  const state = STATES[name];
  if (!state) return;
  stop();
  render(null, document.body);
  const editor = createEditorState(still(state), () => 'new');
  stop = editor.stop;
  if (state.drafts?.length !== 0) editor.choose(idOf(state.at ?? 0));
  editor.pane.value = state.pane ?? 'question';
  render(
    <EditorScreen
      state={editor}
      upload={async () => ({ refused: 'No line' })}
      styles={STYLES}
      leave={nothing}
      play={nothing}
      bring={nothing}
    />,
    document.body,
  );
  return state.pressed;
}
