// Every state of the player's page, from static models.
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import type { Asked } from '../../../game/quiz/questions/index.ts';
import type { QuestionPhase } from '../../../game/room/round.ts';
import type { Mark, PlayerStanding, StandingsRow } from '../../../game/seats/standing.ts';
import type { RoomView } from '../../../game/wire/views.ts';
import { PlayerPage } from '../../../web/player/player-page.tsx';
import { addKind } from '../../../web/questions/on-phones.ts';
import { row as typed } from '../../../web/questions/typed-on-phone.tsx';
import type { PlayerModel } from '../../../web/ui/page-model.ts';
import { choice, LONGEST, POLL, SOUND, TYPED } from './questions.ts';

const LONG =
  'Which of these inventions came first, if we count the year in which somebody sold the very first one to the public?';
const LONG_OPTIONS = [
  'A sewing machine that a single person could drive with both feet at home',
  'The bicycle with pedals on its front wheel, known as the boneshaker then',
  'Matches that light when they are struck against any rough dry surface',
  'The typewriter with a shift key, for capital letters and for small ones',
  'Ein Kraftfahrzeug-Haftpflichtversicherungsvertrag aus dem letzten Jahrhundert',
  'The zip',
];
const WIDE = 'WMWMWMWMWMWMWMWMWMWM';
const PICTURE = { file: 'pictures/flag-1.svg', alt: 'A flag of three stripes' };

const several = (text: string, options: string[]): Asked<'several'> => ({
  kind: 'several',
  text,
  points: 1000,
  prompt: { options, several: true },
});
const SHORT = choice('Capital of Peru?', ['Lima', 'Quito', 'Bogotá', 'La Paz'], { points: 2000 });
const FLAG = choice('Whose flag is this?', ['Ireland', 'Italy', 'Ivory Coast', 'Hungary'], { picture: PICTURE });
const FULL = choice(LONG, LONG_OPTIONS.slice(0, 4));
const FULL_PICTURE = choice(LONG, LONG_OPTIONS.slice(0, 4), { picture: PICTURE });
const SIX = choice('Which planet has the most moons that we know of?', [
  'Saturn',
  'Jupiter',
  'Uranus',
  'Neptune',
  'Mars',
  'Earth',
]);
const SIX_FULL = choice(LONG, LONG_OPTIONS);
const TWO = choice('Which is heavier?', ['A litre of water', 'A litre of oil']);
const THREE = choice('Which one is a fruit, botanically speaking?', ['Tomato', 'Rhubarb', 'Potato']);
const TRUE_FALSE: Asked<'true-false'> = {
  kind: 'true-false',
  text: 'Lightning never strikes the same place twice.',
  points: 1000,
  prompt: {},
};
const TYPED_OUTCOME: Asked<'typed'>['outcome'] = {
  solution: { accepted: ['Amsterdam', 'Mokum'], tolerate: ['case', 'accents'] },
  summary: { texts: [{ text: 'Amsterdam', count: 21 }], others: 3 },
  answers: 24,
  right: 21,
};
addKind('typed', typed);
const FIVE = several('Which of these are prime?', ['2', '9', '11', '21', '51']);
const SEVERAL_SIX = several('Which of these planets have rings?', ['Saturn', 'Jupiter', 'Uranus', 'Neptune', 'Mars', 'Earth']);
const SEVERAL_FULL = several(LONG, LONG_OPTIONS);

const place = (name: string, points: number, rank: number): StandingsRow => ({ name, points, gained: 0, rank, streak: 0 });
const TOP = [
  place('Priya', 2874, 1),
  place('Tomás', 2790, 2),
  place('Bo', 2600, 3),
  place('Ann', 2480, 4),
  place('Łucja', 2105, 5),
];
const WIDE_TOP = TOP.map((one, i) => ({ ...one, name: `${WIDE.slice(0, 19)}${i}`, points: 500_000 - i }));

interface State {
  part?: QuestionPhase;
  room?: Partial<RoomView>;
  standing?: Partial<PlayerStanding>;
  model?: Partial<PlayerModel>;
  name?: string;
  typed?: string;
}

/** A static model that ignores actions. */
function still({ part, room: own, standing, model, name = 'Ann' }: State): PlayerModel {
  const now = Date.now();
  const opensAt = now + (part === 'reading' ? 2600 : part === 'ready' ? 7400 : part === 'closing' ? -20_400 : -7600);
  const room: RoomView = {
    version: 7,
    phase: part ? 'question' : 'lobby',
    pin: '482915',
    title: 'Around the world',
    language: 'en',
    number: part || own?.phase ? 3 : 0,
    of: 10,
    firstTurn: 0,
    kinds: [],
    players: 31,
    locked: false,
    speed: true,
    turn: {
      number: 2,
      announcedAt: 0,
      showsAt: opensAt - 5000,
      opensAt,
      closesAt: opensAt + 20_000,
      sealsAt: opensAt + 21_000,
      seconds: 20,
      points: 1000,
    },
    ...own,
  };
  const nothing = () => {};
  return {
    status: signal('in'),
    connectionStatus: signal('open'),
    room: signal(room),
    questionPhase: signal(part),
    now: () => now,
    pin: signal('482915'),
    you: signal({ address: '', rev: 1, from: 0, name }),
    isSettling: signal(false),
    standing: signal(
      standing && {
        version: 7,
        turn: 2,
        mark: 'right' as const,
        gained: 0,
        points: 2480,
        streak: 0,
        rank: 4,
        of: 31,
        ...standing,
      },
    ),
    answer: signal(undefined),
    tally: signal(undefined),
    refusal: signal(undefined),
    join: nothing,
    choose: nothing,
    rename: async () => false,
    leave: nothing,
    playHere: nothing,
    ...model,
  };
}

const ARABIC = choice('ما هي عاصمة بيرو (Lima أم Quito)؟', ['ليما!', 'كيتو', 'بوغوتا (2.6 م)', 'لاباز']);
const asked = (question: Asked, part: QuestionPhase, model: Partial<PlayerModel> = {}): State => ({
  part,
  room: { asked: question },
  standing: { turn: 1, points: 1530 },
  model,
});
const answer = (value: string, sent = true) => ({
  answer: signal({ value, sent }),
  tally: signal({ answered: 19, waiting: 12 }),
});
const outcome = (right: number[], explanation?: string, summary = [18, 7, 4, 1]) => ({
  solution: { right, partial: false },
  summary,
  answers: 30,
  right: 18,
  explanation,
});
const revealed = (
  mark: Mark | undefined,
  own: Partial<PlayerStanding>,
  question: Asked = { ...SHORT, outcome: outcome([1]) },
): State => ({
  room: { phase: 'reveal', asked: question, top: TOP },
  ...(mark && { standing: { mark, ahead: { name: 'Bo', by: 120 }, ...own } }),
});
const ended = (rank: number, top = TOP): State => ({
  room: { phase: 'podium', number: 10, top, turn: undefined },
  standing: { rank, points: 3000 - rank * 130 },
});
const refused = (told: NonNullable<PlayerModel['refusal']['value']>): State => ({
  model: { status: signal('outside'), refusal: signal(told) },
});

const EXPLANATION = 'Lima was founded by Francisco Pizarro in 1535 and has been the capital ever since.';
const LONG_EXPLANATION = `${LONG} ${LONG} Nobody knows for certain, which makes it a good one.`;

const STATES: Record<string, State> = {
  pin: { model: { status: signal('outside'), pin: signal('') } },
  'pin-refused': refused({ code: 'noRoom' }),
  name: { model: { status: signal('outside') } },
  'name-taken': { ...refused({ code: 'nameTaken', suggestion: 'Ann2' }), typed: 'Ann' },
  'name-taken-wide': { ...refused({ code: 'nameTaken', suggestion: `${WIDE.slice(0, 19)}2` }), typed: WIDE },
  'name-refused': refused({ code: 'locked' }),
  joining: { model: { status: signal('joining') } },
  lobby: {},
  'lobby-first': { room: { players: 1 } },
  'lobby-wide': { name: WIDE },
  'lobby-lost': { model: { connectionStatus: signal('lost') } },
  ready: { part: 'ready', room: { asked: SHORT, number: 1 } },
  'reading-short': asked(SHORT, 'reading'),
  'reading-long': asked(FULL, 'reading'),
  'reading-picture': asked(FLAG, 'reading'),
  'open-arabic': { ...asked(ARABIC, 'open'), room: { asked: ARABIC, language: 'ar' } },
  'reveal-arabic': {
    room: {
      phase: 'reveal',
      number: 3,
      language: 'ar',
      asked: { ...ARABIC, outcome: outcome([1], 'ليما هي العاصمة.') },
    },
    standing: {},
  },
  'open-code': asked(
    choice('What is printed?\nfor i in range(2):\n    print(i)', ['0\n1', '1\n2', 'a'.repeat(63), 'https://example.org/?a=1']),
    'open',
  ),
  'open-2': asked(TWO, 'open'),
  'open-3': asked(THREE, 'open'),
  'open-4': asked(SHORT, 'open'),
  'open-4-long': { ...asked(FULL, 'open'), name: WIDE },
  'open-picture': asked(FLAG, 'open'),
  'open-picture-long': asked(FULL_PICTURE, 'open'),
  'reading-sound': asked({ ...SHORT, sound: SOUND }, 'reading'),
  'open-sound': asked({ ...SHORT, sound: SOUND }, 'open'),
  'open-sound-long': asked({ ...FULL, sound: { ...SOUND, alt: LONG.slice(0, 200) } }, 'open'),
  'open-video': asked({ ...FULL, video: SOUND }, 'open'),
  'open-5-several': asked(FIVE, 'open'),
  'open-6': asked(SIX, 'open'),
  'open-6-long': asked(SIX_FULL, 'open'),
  'open-longest': asked(LONGEST, 'open'),
  'reveal-longest': {
    room: { phase: 'reveal', number: 3, asked: { ...LONGEST, outcome: outcome([1], LONGEST.text) } },
    standing: {},
  },
  'open-poll': asked(POLL, 'open'),
  'open-typed': asked(TYPED, 'open'),
  'sent-typed': asked(TYPED, 'open', answer('Amsterdam')),
  'open-true-false': asked(TRUE_FALSE, 'open'),
  'several-6': asked(SEVERAL_SIX, 'open'),
  'several-6-long': asked(SEVERAL_FULL, 'open'),
  sending: asked(SHORT, 'open', answer('2', false)),
  sent: asked(SHORT, 'open', answer('2')),
  'sent-6': asked(SIX, 'open', answer('5')),
  'sent-several': asked(SEVERAL_SIX, 'open', answer('1,2,4')),
  'sent-lost': asked(SHORT, 'open', { ...answer('1'), connectionStatus: signal('lost') }),
  closing: asked(SHORT, 'closing', answer('2')),
  'closing-none': asked(SHORT, 'closing'),
  'reveal-right': revealed('right', { gained: 950, streak: 3 }, { ...SHORT, outcome: outcome([1], EXPLANATION) }),
  'reveal-right-first': revealed('right', { gained: 1962, rank: 1, ahead: undefined, streak: 1 }),
  'reveal-right-unscored': revealed('right', { gained: 0, streak: 2 }, { ...SHORT, points: 0, outcome: outcome([1]) }),
  'reveal-partly': revealed(
    'partly',
    { gained: 310 },
    { ...FIVE, outcome: outcome([1, 3], 'Nine, 21 and 51 are all multiples of three.') },
  ),
  'reveal-wrong': revealed(
    'wrong',
    { rank: 12 },
    { ...TRUE_FALSE, outcome: outcome([2], 'Tall towers are struck dozens of times a year.') },
  ),
  'reveal-poll': revealed('counted', { gained: 0, rank: 12 }, { ...POLL, outcome: outcome([], undefined, [14, 9, 3]) }),
  'reveal-typed': revealed('right', { gained: 640, rank: 4 }, { ...TYPED, outcome: TYPED_OUTCOME }),
  'reveal-late': revealed('late', { rank: 22 }),
  'reveal-none': revealed('none', { rank: 31 }),
  'reveal-new': revealed(undefined, {}),
  'reveal-waiting': { ...revealed(undefined, {}), model: { isSettling: signal(true) } },
  'reveal-about': revealed('wrong', { rank: 1212, of: 4000, about: true, ahead: undefined }),
  'reveal-next-place': revealed('wrong', { rank: 212, of: 400, ahead: { by: 12 } }),
  'reveal-long': revealed(
    'right',
    { gained: 950, streak: 12, ahead: { name: WIDE, by: 12_000 } },
    {
      ...SEVERAL_FULL,
      outcome: outcome([1, 3, 4], LONG_EXPLANATION),
    },
  ),
  'podium-1': ended(1, [place('Ann', 2870, 1), ...TOP.slice(1, 3)]),
  'podium-crowded': ended(
    1,
    TOP.map((one, i) => ({ ...one, points: 8000, rank: 1, ...(i === 4 && { more: 295 }) })),
  ),
  'podium-2': ended(2),
  'podium-3': ended(3),
  'podium-31': ended(21),
  'podium-wide': { ...ended(4, WIDE_TOP), name: WIDE_TOP[3]!.name },
  'podium-none': { room: { phase: 'podium', number: 10, top: TOP, turn: undefined } },
  taken: { model: { status: signal('taken') } },
  removed: { model: { status: signal('removed') } },
  over: { model: { status: signal('over') } },
};

export const names = Object.keys(STATES);

export function show(name: string) {
  const app = document.body;
  render(null, app);
  app.textContent = '';
  const state = STATES[name]!;
  render(<PlayerPage model={still(state)} />, app);
  const input = app.querySelector('input');
  if (!input || !state.typed) return;
  input.value = state.typed;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  setTimeout(() => input.form!.requestSubmit());
}
