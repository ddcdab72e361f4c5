import type { Quiz } from '../quiz/quiz.ts';
import type { Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
import { ANSWER_SLOTS, type Seat } from '../seats/seat.ts';
import {
  type GradedAnswer,
  NONE,
  type PlayerStanding,
  type Score,
  type SettledScores,
  type StandingsRow,
} from '../seats/standing.ts';
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
  marks: ReadonlyMap<string, GradedAnswer>;
}

/** The newest round that the next reveal need not read: answers to it may have been stored late until this one. */
export const settledBy = (turn: number) => turn + 1 - ANSWER_SLOTS;

/** @param graded each round that counts and is not in `from` */
function scoreSeat(graded: readonly GradedRound[], seat: Seat, from: Score, settlesAt: number): SeatScore {
  const sum: SeatScore = { seat, ...from, before: from.points, last: NONE, settled: from };
  for (const { number, turn, marks } of graded) {
    sum.last = marks.get(seat.id) ?? NONE;
    sum.before = sum.points;
    sum.points += sum.last.gained;
    // RULES S6.
    if (turn.points > 0) sum.streak = sum.last.mark === 'right' ? sum.streak + 1 : 0;
    if (number <= settlesAt) sum.settled = { points: sum.points, streak: sum.streak };
  }
  return sum;
}

/** Highest first; equal scores share a rank (RULES S7). */
function ranks(tallies: readonly SeatScore[], score: (one: SeatScore) => number): Map<SeatScore, number> {
  const order = [...tallies].sort((a, b) => score(b) - score(a));
  const found = new Map<SeatScore, number>();
  let rank = 0;
  order.forEach((one, i) => {
    const above = order[i - 1];
    if (!above || score(above) !== score(one)) rank = i + 1;
    found.set(one, rank);
  });
  return found;
}

const LISTED_PLACES = 5;

const NOTHING: Score = { points: 0, streak: 0 };

/** A join that was taken back may be repeated (RULES N7). */
function settledScore({ turns }: Room, seat: Seat, settled: SettledScores | undefined): Score {
  const hadPart = settled && seat.joinedAt < (turns[settled.turn]?.sealsAt ?? 0);
  return (hadPart && settled.scores.get(seat.id)) || NOTHING;
}

/**
 * Every round is sealed or skipped.
 * @param seats with their answers to all rounds after the settled ones
 * @returns `own` by seat id, and `settled` for the next reveal
 */
export function standings(
  room: Room,
  quiz: Quiz,
  seats: readonly Seat[],
  version: number,
  before?: SettledScores,
): { own: Map<string, PlayerStanding>; settled: Map<string, Score>; top: StandingsRow[] } {
  const seated = seats.filter((seat) => !seat.removed);
  const counting = room.turns.flatMap((turn, number) => (number < room.firstTurn || turn.void ? [] : [{ turn, number }]));
  const graded = counting.flatMap(({ turn, number: t }) => {
    if (before && t <= before.turn) return [];
    const answers = seated.flatMap(({ id, answers }) => (answers[t] ? [[id, answers[t]] as const] : []));
    return [{ number: t, turn, marks: gradeRound(turn, quiz, answers, room.settings.speed) }];
  });
  const turn = counting.at(-1)?.number ?? -1;
  const tallies = seated.map((seat) => scoreSeat(graded, seat, settledScore(room, seat, before), settledBy(turn)));
  tallies.sort((a, b) => b.points - a.points || a.seat.joinedAt - b.seat.joinedAt || (a.seat.id < b.seat.id ? -1 : 1));
  const was = counting.length > 1 ? ranks(tallies, (one) => one.before) : undefined;
  const own = new Map<string, PlayerStanding>();
  const top: StandingsRow[] = [];
  let rank = 1;
  let above: SeatScore | undefined;
  tallies.forEach((one, i) => {
    const { seat, points, streak, last } = one;
    const previous = tallies[i - 1];
    if (previous && previous.points > points) {
      above = previous;
      rank = i + 1;
    }
    const ahead = above && { name: above.seat.name, by: above.points - points };
    own.set(seat.id, { version, turn, ...last, points, streak, rank, of: tallies.length, ahead });
    if (i < LISTED_PLACES) top.push({ name: seat.name, points, gained: last.gained, rank, was: was?.get(one), streak });
  });
  const last = top.at(-1);
  const more = tallies.slice(LISTED_PLACES).filter(({ points }) => points === last?.points).length;
  if (last && more) last.more = more;
  return { own, settled: new Map(tallies.map(({ seat, settled }) => [seat.id, settled])), top };
}
