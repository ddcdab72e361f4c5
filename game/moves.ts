// How a room moves: every move is a pure function from a room to what changes, or to the reason why not.
import { kindOf } from './questions/index.ts';
import type { Question, Quiz } from './quiz.ts';
import type { Refusal } from './refusals.ts';
import { currentTurn, type Face, type Phase, questionNumber, type Room, type RoomChange } from './room.ts';
import { inTime } from './scoring.ts';
import { type Seat, waitedFor } from './seats.ts';
import { partAt, type Turn } from './turn.ts';

/** Get-ready before the first question of a game, ms. */
const GET_READY_MS = 3000;
/** A tap at the last instant on a slow line is not lost, ms. */
const SEAL_MS = 1000;
/** Players that a broadcast reaches in a second: the reading time must hide it. */
const FANOUT_PER_SECOND = 5000;
const MORE_TIME_MS = 10_000;
const MOST_TURNS = 500;

function faceOf(question: Question): Face {
  const { kind, text, picture, points } = question;
  return { ...kindOf(question).face(question), kind, text, picture, points } as Face;
}

/** RULES C1, C2: the next question's turn and face. `players` are the seats that have to be reached. */
function ask(room: Room, quiz: Quiz, players: number, now: number): RoomChange {
  const question = quiz.questions[questionNumber(room)]!;
  const first = room.turns.length === room.firstTurn;
  const showsAt = now + (first ? GET_READY_MS : 0);
  const opensAt = showsAt + Math.max(question.reading * 1000, 1000 + (players / FANOUT_PER_SECOND) * 1000);
  const closesAt = opensAt + question.seconds * 1000;
  const turn: Turn = {
    question: questionNumber(room),
    announcedAt: now,
    showsAt,
    opensAt: Math.ceil(opensAt),
    closesAt: Math.ceil(closesAt),
    sealsAt: Math.ceil(closesAt) + SEAL_MS,
    seconds: question.seconds,
    points: question.points,
  };
  return { phase: 'question', turns: [...room.turns, turn], face: faceOf(question), reveal: undefined, players };
}

const withLast = (room: Room, change: Partial<Turn>): Turn[] => [
  ...room.turns.slice(0, -1),
  { ...currentTurn(room)!, ...change },
];

/** RULES C5: the question closes now, and seals a second later as ever. */
const closing = (room: Room, now: number): RoomChange => ({ turns: withLast(room, { closesAt: now, sealsAt: now + SEAL_MS }) });

/** RULES C4: somebody has answered and nobody is waited for any more: the question closes. Phones need not hear of it, each has answered. */
export function closingEarly(room: Room, seats: readonly Seat[], now: number): RoomChange | undefined {
  const turn = currentTurn(room);
  if (room.phase !== 'question' || !turn || partAt(turn, now) !== 'open') return undefined;
  const { answered, waiting } = count(room, seats, now);
  return answered > 0 && waiting === 0 ? quietly(room, closing(room, now)) : undefined;
}

/** How many have answered the current question, and how many it still waits for. */
export function count(room: Pick<Room, 'turns'>, seats: readonly Seat[], now: number): { answered: number; waiting: number } {
  const turn = room.turns.length - 1;
  let answered = 0;
  let waiting = 0;
  for (const seat of seats) {
    if (seat.removed) continue;
    if (seat.answers[turn]) answered++;
    else if (waitedFor(seat, room.turns, now)) waiting++;
  }
  return { answered, waiting };
}

/** RULES P3: the sealed question shows its key, and how many of the answers received in time chose what. */
export function revealing(room: Room, quiz: Quiz, seats: readonly Seat[]): RoomChange {
  const turn = currentTurn(room)!;
  const question = quiz.questions[turn.question]!;
  const answers = seats.flatMap((seat) => {
    const answer = seat.removed ? undefined : seat.answers[room.turns.length - 1];
    return answer && inTime(turn, answer) ? [answer.value] : [];
  });
  const kind = kindOf(question);
  return {
    phase: 'reveal',
    reveal: { ...kind.key(question), distribution: kind.distribution(question, answers), explanation: question.explanation },
  };
}

/** What a move may look at. */
export interface Scene {
  quiz: Quiz;
  seats: readonly Seat[];
  now: number;
}

const notNow: Refusal = { refused: 'notNow' };
const another = (room: Room) => questionNumber(room) < room.questions;
const askNext = (room: Room, { quiz, seats, now }: Scene) => ask(room, quiz, seats.filter((seat) => !seat.removed).length, now);

/** A change that no phone needs to hear of: told as soon as it is made, unless an earlier one is still to be told. */
const quietly = (room: Room, change: RoomChange): RoomChange =>
  room.told < room.version ? change : { ...change, told: room.version + 1 };

/** What a host can do, each a row: from which phases, and what changes. */
export const MOVES = {
  start: {
    from: ['lobby'],
    change: (room, scene) => (scene.seats.some((seat) => !seat.removed) ? askNext(room, scene) : { refused: 'noPlayers' }),
  },
  close: {
    from: ['question'],
    change: (room, { now }) => {
      const { opensAt, closesAt } = currentTurn(room)!;
      return now >= opensAt && now < closesAt ? closing(room, now) : notNow;
    },
  },
  moreTime: {
    from: ['question'],
    change: (room, { now }) => {
      const { opensAt, closesAt, sealsAt } = currentTurn(room)!;
      return now >= opensAt && now < closesAt
        ? { turns: withLast(room, { closesAt: closesAt + MORE_TIME_MS, sealsAt: sealsAt + MORE_TIME_MS }) }
        : notNow;
    },
  },
  skip: {
    from: ['question'],
    change: (room, scene) => {
      const skipped: Room = { ...room, turns: withLast(room, { void: true }) };
      return another(skipped)
        ? askNext(skipped, scene)
        : { phase: 'podium', turns: skipped.turns, face: undefined, reveal: undefined };
    },
  },
  // Phones have had their rank since the reveal: the standings move only the big screen.
  standings: { from: ['reveal'], change: (room) => (another(room) ? quietly(room, { phase: 'standings' }) : notNow) },
  question: { from: ['standings', 'reveal'], change: (room, scene) => (another(room) ? askNext(room, scene) : notNow) },
  podium: {
    from: ['question', 'reveal', 'standings'],
    change: (room) => ({
      phase: 'podium',
      face: undefined,
      reveal: undefined,
      // A question that was not revealed counts for nobody.
      turns: room.phase === 'question' ? withLast(room, { void: true }) : room.turns,
    }),
  },
  again: {
    from: ['podium'],
    change: (room) => ({
      phase: 'lobby',
      firstTurn: room.turns.length,
      judged: undefined,
      top: [],
      face: undefined,
      reveal: undefined,
    }),
  },
  lock: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => quietly(room, { settings: { ...room.settings, locked: true } }),
  },
  unlock: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => quietly(room, { settings: { ...room.settings, locked: false } }),
  },
  guard: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => quietly(room, { settings: { ...room.settings, guarded: true } }),
  },
  unguard: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => quietly(room, { settings: { ...room.settings, guarded: false } }),
  },
  end: {
    from: ['lobby', 'question', 'reveal', 'standings', 'podium'],
    change: () => ({ phase: 'closed', face: undefined, reveal: undefined }),
  },
} as const satisfies Record<string, MoveRule>;

interface MoveRule {
  from: readonly Phase[];
  change: (room: Room, scene: Scene) => RoomChange | Refusal;
}

export type Move = keyof typeof MOVES;
export const MOVE_NAMES = Object.keys(MOVES) as Move[];

/** What a move changes, or why it is refused. */
export function moving(room: Room, move: Move, scene: Scene): RoomChange | Refusal {
  const rule: MoveRule = MOVES[move];
  if (!rule.from.includes(room.phase)) return notNow;
  if (room.turns.length >= MOST_TURNS && (move === 'start' || move === 'question' || move === 'skip')) return notNow;
  return rule.change(room, scene);
}
