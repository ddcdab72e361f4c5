import { askedOf, withOutcome } from '../quiz/questions/asked.ts';
import { worth } from '../quiz/questions/index.ts';
import type { SummaryLimits } from '../quiz/questions/kind.ts';
import { type QuizPart, questionAt } from '../quiz/quiz.ts';
import { type Result, refusal } from '../refusals.ts';
import type { Seat } from '../seats/seat.ts';
import { countAnswers } from './answer-count.ts';
import { currentRound, lastRound, type Phase, questionNumber, type Room, type RoomChange } from './room.ts';
import { inTime, questionPhaseAt, type Round } from './round.ts';

/** Before the first question, ms. */
const GET_READY_MS = 3000;
/** Grace for a last-instant tap on a slow line, ms. */
const SEAL_DELAY_MS = 1000;
const MORE_TIME_MS = 10_000;
const MAX_ROUNDS = 500;

/** RULES C1, C2. */
function askNextQuestion(room: Room, now: number, { quiz, seats, tellingMs }: Played): RoomChange {
  const question = questionAt(quiz, questionNumber(room));
  const first = room.turns.length === room.firstTurn;
  const showsAt = now + (first ? GET_READY_MS : 0);
  const opensAt = showsAt + Math.max(question.reading * 1000, tellingMs);
  const closesAt = opensAt + question.seconds * 1000;
  const turn: Round = {
    question: questionNumber(room),
    announcedAt: now,
    showsAt,
    opensAt: Math.ceil(opensAt),
    closesAt: Math.ceil(closesAt),
    sealsAt: Math.ceil(closesAt) + SEAL_DELAY_MS,
    seconds: question.seconds,
    points: worth(question),
  };
  return {
    phase: 'question',
    turns: [...room.turns, turn],
    asked: askedOf(question, quiz),
    ranks: undefined,
    players: present(seats),
  };
}

const withLastRound = (room: Room, change: Partial<Round>): Round[] => [
  ...room.turns.slice(0, -1),
  { ...lastRound(room), ...change },
];

/** RULES C5. */
const closeAt = (room: Room, now: number): RoomChange => ({
  turns: withLastRound(room, { closesAt: now, sealsAt: now + SEAL_DELAY_MS }),
});

/** RULES C4. */
export function closeWhenAllAnswered(room: Room, seats: readonly Seat[], now: number): RoomChange | undefined {
  const turn = currentRound(room);
  if (room.phase !== 'question' || !turn || questionPhaseAt(turn, now) !== 'open') return undefined;
  const { answered, waiting } = countAnswers(room, seats, now);
  return answered > 0 && waiting === 0 ? closeAt(room, now) : undefined;
}

/** RULES P3. */
export function revealRound(room: Room, quiz: QuizPart, seats: readonly Seat[], limits: SummaryLimits): RoomChange {
  const turn = lastRound(room);
  const question = questionAt(quiz, turn.question);
  const answers = seats.flatMap((seat) => {
    const answer = seat.removed ? undefined : seat.answers[room.turns.length - 1];
    return answer && inTime(turn, answer) ? [answer.value] : [];
  });
  return { phase: 'reveal', asked: withOutcome(question, quiz, answers, limits) };
}

/** What some moves need beside the room. */
export interface Played {
  /** The questions that the move asks or grades. */
  quiz: QuizPart;
  seats: readonly Seat[];
  /** Until all phones know of a question, ms: reading lasts as long at least. */
  tellingMs: number;
}

export const present = (seats: readonly Seat[]) => seats.filter((seat) => !seat.removed).length;

const notNow = refusal('notNow');
const hasNextQuestion = (room: Room) => questionNumber(room) < room.questions;

/** Of a quiz, by number; both included. */
type Span = [from: number, to: number];
const next = (room: Room): Span => [questionNumber(room), questionNumber(room)];
export const allPlayed = (room: Room): Span => [0, questionNumber(room) - 1];

const MOVES = {
  start: {
    from: ['lobby'],
    needs: next,
    play: (room, now, played) => (present(played.seats) > 0 ? askNextQuestion(room, now, played) : refusal('noPlayers')),
  },
  close: {
    from: ['question'],
    change: (room, now) => {
      const { opensAt, closesAt } = lastRound(room);
      return now >= opensAt && now < closesAt ? closeAt(room, now) : notNow;
    },
  },
  moreTime: {
    from: ['question'],
    change: (room, now) => {
      const { opensAt, closesAt, sealsAt } = lastRound(room);
      return now >= opensAt && now < closesAt
        ? { turns: withLastRound(room, { closesAt: closesAt + MORE_TIME_MS, sealsAt: sealsAt + MORE_TIME_MS }) }
        : notNow;
    },
  },
  skip: {
    from: ['question'],
    needs: (room) => (hasNextQuestion(room) ? next(room) : allPlayed(room)),
    play: (room, now, played) => {
      const skipped: Room = { ...room, turns: withLastRound(room, { void: true }) };
      return hasNextQuestion(skipped)
        ? askNextQuestion(skipped, now, played)
        : { phase: 'podium', turns: skipped.turns, asked: undefined };
    },
  },
  standings: {
    from: ['reveal'],
    change: (room) => (hasNextQuestion(room) ? { phase: 'standings' } : notNow),
  },
  question: {
    from: ['standings', 'reveal'],
    needs: next,
    play: (room, now, played) => (hasNextQuestion(room) ? askNextQuestion(room, now, played) : notNow),
  },
  podium: {
    from: ['question', 'reveal', 'standings'],
    // Its standings are derived anew.
    needs: allPlayed,
    play: (room) => ({
      phase: 'podium',
      asked: undefined,
      // An unrevealed question counts for nobody.
      turns: room.phase === 'question' ? withLastRound(room, { void: true }) : room.turns,
    }),
  },
  again: {
    from: ['podium'],
    change: (room) => ({
      phase: 'lobby',
      firstTurn: room.turns.length,
      judged: undefined,
      top: [],
      ranks: undefined,
      asked: undefined,
    }),
  },
  lock: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => ({ settings: { ...room.settings, locked: true } }),
  },
  unlock: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => ({ settings: { ...room.settings, locked: false } }),
  },
  guard: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => ({ settings: { ...room.settings, guarded: true } }),
  },
  unguard: {
    from: ['lobby', 'question', 'reveal', 'standings'],
    change: (room) => ({ settings: { ...room.settings, guarded: false } }),
  },
  end: {
    from: ['lobby', 'question', 'reveal', 'standings', 'podium'],
    change: () => ({ phase: 'closed', asked: undefined }),
  },
} as const satisfies Record<string, MoveRule>;

/** `change` decides from the room alone; `play` from the questions that it `needs` and all seats too. */
type MoveRule = { from: readonly Phase[] } & (
  | { change: (room: Room, now: number) => Result<RoomChange> }
  | { needs: (room: Room) => Span; play: (room: Room, now: number, played: Played) => Result<RoomChange> }
);

export type Move = keyof typeof MOVES;
const isMove = (name: string): name is Move => Object.hasOwn(MOVES, name);
export const MOVE_NAMES = Object.keys(MOVES).filter(isMove);

/** @returns `needs` for a move that takes `played`: with these questions */
export function applyMove(room: Room, move: Move, now: number, played: Played): Result<RoomChange>;
export function applyMove(room: Room, move: Move, now: number): Result<RoomChange> | { needs: Span };
export function applyMove(room: Room, move: Move, now: number, played?: Played): Result<RoomChange> | { needs: Span } {
  const rule: MoveRule = MOVES[move];
  if (!rule.from.includes(room.phase)) return notNow;
  if (room.turns.length >= MAX_ROUNDS && (move === 'start' || move === 'question' || move === 'skip')) return notNow;
  if ('change' in rule) return rule.change(room, now);
  return played ? rule.play(room, now, played) : { needs: rule.needs(room) };
}
