// Every state of the host's page, from static models.
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import type { Asked } from '../../../game/quiz/questions/index.ts';
import type { QuestionPhase } from '../../../game/room/round.ts';
import type { StandingsRow } from '../../../game/seats/standing.ts';
import type { HostView, RoomView } from '../../../game/wire/views.ts';
import { HostPage } from '../../../web/host/host-page.tsx';
import type { OptionKind } from '../../../web/questions/options.ts';
import type { HostModel } from '../../../web/ui/page-model.ts';
import { bringing, libraryOf, OWN, REVIEW, REVIEW_OF_TWO } from './library.ts';
import { nicknames } from './nicknames.ts';
import { choice, LONGEST, POLL, SOUND, TYPED } from './questions.ts';

const LONG =
  'Which of these inventions came first, if we count the year in which somebody sold the very first one to the public?';
const LONG_OPTIONS = [
  'A sewing machine that a single person could drive with both feet at home',
  'The bicycle with pedals on its front wheel, known as the boneshaker then',
  'Matches that light when they are struck against any rough dry surface',
  'The typewriter with a shift key, for capital letters and for small ones',
];
const WIDE = 'WMWMWMWMWMWMWMWMWMWM';
const PICTURE = { file: 'pictures/flag-1.svg', alt: 'A flag of three stripes' };

const WAITS: Record<QuestionPhase, number> = { ready: 2400, reading: 3600, open: 12_400, closing: 0 };
const START = Date.now();

interface State {
  room?: Partial<RoomView>;
  stage?: Partial<HostView>;
  part?: QuestionPhase;
  model?: Partial<HostModel>;
  /** Selectors of buttons to press one after the other. */
  pressed?: readonly string[];
}

/** A static model that ignores actions. */
function still({ room: own, stage, part, model }: State): HostModel {
  const now = Date.now();
  const opensAt = part === 'open' ? now + WAITS.open - 20_000 : now + (part === 'reading' ? WAITS.reading : 0);
  const room: RoomView = {
    version: 7,
    phase: part ? 'question' : 'lobby',
    pin: '482915',
    title: 'Around the world',
    language: 'en',
    number: part ? 3 : 0,
    of: 10,
    firstTurn: 0,
    kinds: [],
    players: 30,
    locked: false,
    speed: true,
    turn: {
      number: 2,
      announcedAt: START,
      showsAt: part === 'ready' ? now + WAITS.ready : opensAt - 5000,
      opensAt,
      closesAt: opensAt + 20_000,
      sealsAt: opensAt + 21_000,
      seconds: 20,
      points: 1000,
    },
    ...own,
  };
  const people = nicknames(stage?.players ?? 30);
  const moves = {
    lobby: 'start',
    question: part === 'open' ? 'close' : undefined,
    reveal: 'standings',
    standings: 'question',
    podium: 'again',
  } as const;
  const nothing = () => {};
  return {
    status: signal('in'),
    connectionStatus: signal('open'),
    room: signal(room),
    questionPhase: signal(part),
    now: () => Date.now(),
    library: signal({ quizzes: [], rooms: [] }),
    joinAddress: signal('quiz.example'),
    nextAddress: signal(() => {}),
    phonesAreMissing: signal(false),
    hostView: signal({
      players: people.length,
      connected: people.length,
      answered: 12,
      waiting: 18,
      games: 0,
      names: people.slice(0, 90).map((name, i) => ({ seat: String(i), name, connected: i % 11 !== 4 })),
      tallied: { turn: 2, answered: 12, waiting: 18, at: now },
      ...stage,
    }),
    nextMove: signal(room.phase === 'closed' ? undefined : moves[room.phase]),
    busy: signal(false),
    loudness: signal(0.5),
    refusal: signal(undefined),
    ...libraryOf(OWN),
    opening: signal(undefined),
    open: nothing,
    enter: nothing,
    move: nothing,
    remove: nothing,
    renamePlayer: nothing,
    undoJoins: nothing,
    wantNames: nothing,
    results: async () => ({ questions: [], players: [] }),
    toLibrary: nothing,
    hostHere: nothing,
    ...model,
  };
}

const ARABIC = choice('ما هي عاصمة بيرو (Lima أم Quito)؟', ['ليما!', 'كيتو', 'بوغوتا (2.6 م)', 'لاباز']);
const SHORT = choice('Capital of Peru?', ['Lima', 'Quito', 'Bogotá', 'La Paz']);
const FLAG = choice('Whose flag is this?', ['Ireland', 'Italy', 'Ivory Coast', 'Hungary'], { picture: PICTURE });
const FULL = choice(LONG, LONG_OPTIONS);
const FULL_PICTURE = choice(LONG, LONG_OPTIONS, { picture: PICTURE });
const SIX = choice('Which planet has the most moons that we know of?', [
  'Saturn',
  'Jupiter',
  'Uranus',
  'Neptune',
  'Mars',
  'Earth',
]);
const SIX_FULL = choice(LONG, [
  ...LONG_OPTIONS,
  'The electric lamp with a thread of carbon in a bulb without any air in it',
  'The zip',
]);
const TRUE_FALSE: Asked<'true-false'> = {
  kind: 'true-false',
  text: 'Lightning never strikes the same place twice.',
  points: 2000,
  prompt: {},
};
const SEVERAL: Asked<'several'> = {
  kind: 'several',
  text: 'Which of these are prime?',
  points: 1000,
  prompt: { options: ['2', '9', '11', '21', '51'], several: true },
};
const texts = (...rows: [string, number][]) => rows.map(([text, count]) => ({ text, count }));

const place = (name: string, points: number, gained: number, rank: number, was?: number, streak = 0): StandingsRow => ({
  name,
  points,
  gained,
  rank,
  was,
  streak,
});
const TOP = [
  place('Priya', 2874, 962, 1, 3, 3),
  place('Tomás', 2790, 871, 2, 1, 1),
  place('Ann', 2655, 930, 3, 8, 2),
  place('Big Nose Bertie', 2410, 540, 4, 4),
  place('Łucja', 2105, 0, 5, 2),
];
const TIES = [
  place('Priya', 2874, 0, 1),
  place('Tomás', 2874, 0, 1),
  place('Ann', 2655, 0, 3),
  place('Bo', 2655, 0, 3),
  place('Łucja', 2105, 0, 5),
];

const CROWDED = TIES.map((one, i) => ({ ...one, points: 8000, rank: 1, ...(i === 4 && { more: 295 }) }));

const shelf = signal({
  quizzes: [
    { id: 'a', title: 'Around the world', language: 'en', questions: 10 },
    { id: 'b', title: 'Flags and shapes', language: 'en', questions: 12, picture: PICTURE },
    { id: 'c', title: 'Things everybody knows, or so they say', language: 'en', questions: 8 },
    { id: 'd', title: 'Science', language: 'en', questions: 1, picture: { file: 'pictures/moon.svg', alt: 'The moon' } },
  ],
  rooms: [
    {
      room: 'r1',
      pin: '482915',
      title: 'Around the world',
      language: 'en',
      phase: 'question',
      number: 3,
      of: 10,
      players: 28,
      games: 3,
    },
    {
      room: 'r2',
      pin: '730041',
      title: 'Flags and shapes',
      language: 'en',
      phase: 'lobby',
      number: 0,
      of: 12,
      players: 1,
      games: 1,
    },
  ],
});
const revealed = (question: Asked): State => ({ room: { phase: 'reveal', number: 3, asked: question } });
const outcome = (right: number[], summary: number[], explanation?: string) => ({
  solution: { right, partial: false },
  summary,
  answers: 30,
  right: right[0] && summary[right[0] - 1],
  explanation,
});
const reveal = (question: Asked<OptionKind>, right: number[], summary: number[], explanation?: string) =>
  revealed({ ...question, outcome: outcome(right, summary, explanation) });
const asked = (question: Asked, part: QuestionPhase): State => ({ part, room: { asked: question } });

const HELD = {
  count: 23,
  names: ['Dumbass', 'أحمق جدا', WIDE].map((typed, i) => ({ seat: String(i), name: `Guest ${4711 + i}`, typed })),
};

const STATES: Record<string, State> = {
  'no-key': { model: { status: signal('noKey') } },
  'loading-refused': { model: { status: signal('loading'), connectionStatus: signal('refused') } },
  loading: { model: { status: signal('loading') } },
  shelf: { model: { status: signal('shelf'), library: shelf } },
  'shelf-first-time': {
    model: { status: signal('shelf'), library: signal({ ...shelf.value, rooms: [] }), ...libraryOf([]) },
  },
  'shelf-empty': { model: { status: signal('shelf'), library: signal({ quizzes: [], rooms: [] }), ...libraryOf([]) } },
  'shelf-binned': { model: { status: signal('shelf'), library: shelf, ...libraryOf(OWN, { justBinned: signal(OWN[0]) }) } },
  bringing: { model: { status: signal('shelf'), library: shelf, bringing: bringing({ step: 'choose', refused: [] }) } },
  'bringing-reading': {
    model: {
      status: signal('shelf'),
      library: shelf,
      bringing: bringing({ step: 'reading', name: 'rivers.xlsx', done: 0, of: 1 }),
    },
  },
  'bringing-several': {
    model: { status: signal('shelf'), library: shelf, bringing: bringing(REVIEW_OF_TWO, { to: 'own', quiz: OWN[0] }) },
  },
  'bringing-review': { model: { status: signal('shelf'), library: shelf, bringing: bringing(REVIEW) } },
  'lobby-empty': { stage: { players: 0, connected: 0 } },
  'lobby-no-phones': { stage: { players: 0, connected: 0 }, model: { phonesAreMissing: signal(true) } },
  'lobby-3': { stage: { players: 3, connected: 3 } },
  'lobby-40': { stage: { players: 40, connected: 37 }, room: { locked: true } },
  'lobby-300': { stage: { players: 300, connected: 291 } },
  'lobby-wide': {
    stage: { players: 7, names: Array.from({ length: 7 }, (_, i) => ({ seat: String(i), name: WIDE, connected: true })) },
  },
  'lobby-again': { stage: { players: 40, connected: 40, games: 3 }, room: { firstTurn: 30 } },
  'lobby-held': { stage: { players: 40, connected: 40, held: HELD } },
  'held-names': {
    stage: { players: 40, connected: 40, held: HELD },
    model: { refusal: signal({ code: 'nameTaken' }) },
    pressed: ['.foot-held', '.held .link', '.held:nth-child(3) > button:nth-of-type(2)'],
  },
  'lobby-lost': { stage: { players: 3, connected: 3 }, model: { connectionStatus: signal('lost') } },
  'lobby-refused': { stage: { players: 3, connected: 3 }, model: { refusal: signal({ code: 'conflict' }), busy: signal(true) } },
  ready: { part: 'ready', room: { number: 1, asked: SHORT } },
  'reading-short': asked(SHORT, 'reading'),
  'reading-long': asked(FULL, 'reading'),
  'reading-picture': asked(FLAG, 'reading'),
  'ready-sound': { part: 'ready', room: { number: 1, asked: { ...SHORT, sound: SOUND } } },
  'reading-sound': asked({ ...SHORT, sound: SOUND }, 'reading'),
  'open-short': asked(SHORT, 'open'),
  'open-sound': asked({ ...FULL, sound: SOUND }, 'open'),
  'open-sound-picture': asked({ ...FLAG, sound: SOUND }, 'open'),
  'open-video': asked({ ...FULL, video: SOUND }, 'open'),
  'open-long': asked(FULL, 'open'),
  'open-picture': asked(FLAG, 'open'),
  'open-long-picture': asked(FULL_PICTURE, 'open'),
  'open-arabic': { part: 'open', room: { asked: ARABIC, language: 'ar' } },
  'reveal-arabic': {
    room: { ...reveal(ARABIC, [1], [18, 7, 4, 1], 'ليما هي العاصمة.').room, language: 'ar' },
  },
  'lobby-arabic': { stage: { players: 3, connected: 3 }, room: { title: 'عواصم', language: 'ar' } },
  'open-code': asked(
    choice('What is printed?\nfor i in range(2):\n    print(i)', ['0\n1', '1\n2', 'a'.repeat(63), 'https://example.org/?a=1']),
    'open',
  ),
  'open-2': asked(choice('Which is heavier?', ['A litre of water', 'A litre of oil']), 'open'),
  'open-3': asked(choice('Which one is a fruit, botanically speaking?', ['Tomato', 'Rhubarb', 'Potato']), 'open'),
  'open-5-several': asked(SEVERAL, 'open'),
  'open-6': asked(SIX, 'open'),
  'open-6-long': asked(SIX_FULL, 'open'),
  'open-longest': asked(LONGEST, 'open'),
  'reveal-longest': reveal(LONGEST, [1], [18, 7, 4, 1, 0, 0], LONGEST.text),
  'open-poll': { part: 'open', room: { asked: POLL }, stage: { live: { kind: 'poll', summary: [7, 4, 1] } } },
  'open-true-false': asked(TRUE_FALSE, 'open'),
  get 'open-last-seconds'() {
    return { part: 'open' as const, room: { asked: SHORT, turn: last(4200) } };
  },
  'open-all-gone': { ...asked(SHORT, 'open'), stage: { players: 30, connected: 0, answered: 3, waiting: 0 } },
  closing: asked(FLAG, 'closing'),
  'closing-all-in': { ...asked(SHORT, 'closing'), stage: { answered: 30, waiting: 0 } },
  'reveal-short': reveal(SHORT, [1], [18, 7, 4, 1]),
  'reveal-picture': reveal(
    FLAG,
    [1],
    [11, 12, 6, 1],
    'Green, white and orange from the pole: Ireland. Ivory Coast has the same colours the other way round.',
  ),
  'reveal-sound': reveal({ ...FLAG, sound: SOUND }, [1], [11, 12, 6, 1], LONG),
  'reveal-long': reveal(
    FULL,
    [1],
    [210, 97, 44, 3],
    `${LONG} ${LONG} Nobody knows for certain, and that is what makes it a good one.`,
  ),
  'reveal-several': reveal(SEVERAL, [1, 3], [27, 3, 25, 2, 9], 'Nine, 21 and 51 are all multiples of three.'),
  'reveal-poll': reveal(POLL, [], [14, 9, 3]),
  'open-typed': asked(TYPED, 'open'),
  'reveal-typed': revealed({
    ...TYPED,
    outcome: {
      solution: { accepted: ['Amsterdam', 'Mokum'], tolerate: ['case', 'accents', 'spelling'] },
      summary: {
        texts: texts(
          ['Amsterdam', 17],
          ['Venice', 5],
          ['Amsterdan', 3],
          ['Bruges', 2],
          ['أمستردام', 1],
          ['Amsterdam, of course', 1],
        ),
        others: 4,
      },
      answers: 33,
      right: 20,
    },
  }),
  'reveal-typed-long': revealed({
    ...TYPED,
    text: LONG,
    outcome: {
      solution: { accepted: [LONG.slice(0, 60), LONG.slice(20, 80), LONG.slice(40, 100)], tolerate: [] },
      summary: { texts: Array.from({ length: 8 }, (_, i) => ({ text: LONG.slice(i, i + 60), count: 90 - i * 10 })), others: 401 },
      answers: 900,
      right: 20,
      explanation: LONG,
    },
  }),
  'reveal-typed-none': revealed({
    ...TYPED,
    outcome: {
      solution: { accepted: ['Amsterdam'], tolerate: [] },
      summary: { texts: [], others: 0 },
      answers: 0,
      right: 0,
      explanation: 'They were dug from 1613 on.',
    },
  }),
  'reveal-true-false': reveal(TRUE_FALSE, [2], [4, 26], 'Tall towers are struck dozens of times a year.'),
  'reveal-6': reveal(SIX, [1], [10, 14, 3, 2, 1, 0]),
  standings: { room: { phase: 'standings', number: 3, top: TOP } },
  'standings-wide': {
    room: {
      phase: 'standings',
      number: 1,
      top: TOP.map((one, i) => ({ ...one, name: WIDE.slice(i), points: 20_000 - i, streak: 12 })),
    },
  },
  'standings-two': { room: { phase: 'standings', number: 3, top: TOP.slice(0, 2) }, stage: { players: 2, connected: 2 } },
  podium: { room: { phase: 'podium', number: 10, top: TOP } },
  'podium-ties': { room: { phase: 'podium', number: 10, top: TIES } },
  'podium-crowded': { room: { phase: 'podium', number: 10, top: CROWDED } },
  'standings-crowded': { room: { phase: 'standings', number: 3, top: CROWDED } },
  'podium-wide': { room: { phase: 'podium', number: 10, top: TOP.map((one, i) => ({ ...one, name: WIDE.slice(i) })) } },
  'podium-two': { room: { phase: 'podium', number: 10, top: TOP.slice(0, 2) }, stage: { players: 2, connected: 1 } },
  closed: { room: { phase: 'closed' } },
  taken: { model: { status: signal('taken') } },
};

function last(left: number): RoomView['turn'] {
  const closesAt = Date.now() + left;
  return {
    number: 2,
    announcedAt: 0,
    showsAt: 0,
    opensAt: closesAt - 20_000,
    closesAt,
    sealsAt: closesAt + 1000,
    seconds: 20,
    points: 1000,
  };
}

export const names = Object.keys(STATES);

export function show(name: string) {
  const app = document.body;
  render(null, app);
  app.textContent = '';
  const state = STATES[name]!;
  render(<HostPage model={still(state)} />, app);
  // Avoids a focus ring in every screenshot.
  setTimeout(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  return state.pressed;
}
