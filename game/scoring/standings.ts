import type { QuizPart } from '../quiz/quiz.ts';
import { lastCounted, questionNumber, type Room } from '../room/room.ts';
import { inTime, type Round } from '../room/round.ts';
import { ANSWER_SLOTS, type Seat } from '../seats/seat.ts';
import {
  type GradedAnswer,
  NONE,
  type PlayerStanding,
  type Score,
  type SettledScores,
  type StandingsRow,
} from '../seats/standing.ts';
import { outOfTime, streakAfter } from './grade-answer.ts';
import { gradeRound } from './grading.ts';

interface SeatScore extends Score {
  seat: Seat;
  before: number;
  last: GradedAnswer;
  settled: Score;
}

interface GradedRound {
  number: number;
  turn: Round;
  /** By the seats' order. */
  marks: readonly GradedAnswer[];
}

/** The newest round that the next reveal need not read: answers to it may have been stored late until this one. */
export const settledBy = (turn: number) => turn + 1 - ANSWER_SLOTS;

/** Numbers of the questions that a reveal grades, unless the scores settled before are lost. */
export const toGrade = (room: Room): [from: number, to: number] => {
  const settled = room.judged === undefined ? -1 : settledBy(room.judged) - room.firstTurn;
  return [Math.max(0, settled + 1), questionNumber(room) - 1];
};

/** @param graded each round that counts and is not in `from` */
function scoreSeat(graded: readonly GradedRound[], seat: Seat, at: number, from: Score, settlesAt: number): SeatScore {
  let { points, streak } = from;
  let before = points;
  let last = NONE;
  let settled = from;
  for (const { number, turn, marks } of graded) {
    last = marks[at] ?? NONE;
    before = points;
    points += last.gained;
    streak = streakAfter(streak, turn, last);
    if (number <= settlesAt) settled = { points, streak };
  }
  return { seat, points, streak, before, last, settled };
}

const LISTED_PLACES = 5;

const NOTHING: Score = { points: 0, streak: 0 };

/** A join that was taken back may be repeated (RULES N7). */
function settledScore({ turns }: Room, seat: Seat, settled: SettledScores | undefined): Score {
  const hadPart = settled && seat.joinedAt < (turns[settled.turn]?.sealsAt ?? 0);
  return (hadPart && settled.scores.get(seat.id)) || NOTHING;
}

export interface Standings {
  /** The last that counts; -1: none. */
  turn: number;
  /** By seat id. */
  readonly own: Map<string, PlayerStanding>;
  /** For the next reveal, by seat id. */
  readonly settled: Map<string, Score>;
  top: StandingsRow[];
  /** Everybody's, highest first. */
  points: number[];
}

/**
 * Every round is sealed or skipped.
 * @param seats with their answers to all rounds after the settled ones
 */
export function standings(
  room: Room,
  quiz: QuizPart,
  seats: readonly Seat[],
  version: number,
  before?: SettledScores,
): Standings {
  const turn = lastCounted(room);
  // RULES S11.
  const sealsAt = room.turns[turn]?.sealsAt ?? Number.POSITIVE_INFINITY;
  const seated = seats.filter((seat) => !seat.removed && seat.joinedAt < sealsAt);
  const counting = room.turns.flatMap((turn, number) => (number < room.firstTurn || turn.void ? [] : [{ turn, number }]));
  const graded = counting.flatMap(({ turn, number: t }) => {
    if (before && t <= before.turn) return [];
    const answers = seated.map((seat) => seat.answers[t]);
    return [{ number: t, turn, marks: gradeRound(turn, quiz, answers, room.settings.speed) }];
  });
  const tallies = seated.map((seat, i) => scoreSeat(graded, seat, i, settledScore(room, seat, before), settledBy(turn)));
  tallies.sort((a, b) => b.points - a.points || a.seat.joinedAt - b.seat.joinedAt || (a.seat.id < b.seat.id ? -1 : 1));
  const rankAmong = (own: number, score: (one: SeatScore) => number) =>
    tallies.reduce((rank, one) => (score(one) > own ? rank + 1 : rank), 1);
  const top = tallies.slice(0, LISTED_PLACES).map(
    (one): StandingsRow => ({
      name: one.seat.name,
      points: one.points,
      gained: one.last.gained,
      rank: rankAmong(one.points, ({ points }) => points),
      was: counting.length > 1 ? rankAmong(one.before, ({ before }) => before) : undefined,
      streak: one.streak,
    }),
  );
  const lowest = top.at(-1);
  const more = tallies.slice(LISTED_PLACES).filter(({ points }) => points === lowest?.points).length;
  if (lowest && more) lowest.more = more;
  const stands = { version, turn, of: tallies.length };
  return {
    turn,
    top,
    points: tallies.map(({ points }) => points),
    // Needed after everybody was told.
    get own() {
      return ownStandings(tallies, top, stands);
    },
    get settled() {
      return new Map(tallies.map((one) => [one.seat.id, one.settled]));
    },
  };
}

function ownStandings(
  tallies: readonly SeatScore[],
  top: readonly StandingsRow[],
  stands: Pick<PlayerStanding, 'version' | 'turn' | 'of'>,
): Map<string, PlayerStanding> {
  const own = new Map<string, PlayerStanding>();
  let rank = 1;
  let above: number | undefined;
  tallies.forEach((one, i) => {
    const { seat, points, streak, last } = one;
    const previous = tallies[i - 1]?.points;
    // Equal scores share a rank (RULES S7).
    if (previous !== undefined && previous > points) [above, rank] = [previous, i + 1];
    own.set(seat.id, { ...stands, ...last, points, streak, rank, ahead: aheadOf(top, points, above) });
  });
  return own;
}

/** Named only among the first places (RULES V4). @param above the next higher points */
function aheadOf(top: readonly StandingsRow[], own: number, above: number | undefined): PlayerStanding['ahead'] {
  if (above === undefined) return undefined;
  const name = top.findLast(({ points }) => points === above)?.name;
  return { by: above - own, ...(name !== undefined && { name }) };
}

/** Standings hold no answer that was stored after them: one that was out of time is told all the same. */
export function withOwnAnswer(room: Room, seat: Seat, standing: PlayerStanding): PlayerStanding {
  const [turn, answer] = [room.turns[standing.turn], seat.answers[standing.turn]];
  if (standing.mark !== 'none' || !turn || !answer || inTime(turn, answer)) return standing;
  return { ...standing, mark: outOfTime(turn, answer) };
}
