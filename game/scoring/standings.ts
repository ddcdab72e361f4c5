import type { Quiz } from '../quiz/quiz.ts';
import type { Room } from '../room/room.ts';
import type { Round } from '../room/round.ts';
import type { Seat } from '../seats/seat.ts';
import { type GradedAnswer, NONE, type PlayerStanding, type StandingsRow } from '../seats/standing.ts';
import { gradeRound } from './grading.ts';

interface SeatScore {
  seat: Seat;
  points: number;
  before: number;
  streak: number;
  last: GradedAnswer;
}

/** @param graded each round that counts, by seat id */
function scoreSeat(graded: readonly { turn: Round; marks: ReadonlyMap<string, GradedAnswer> }[], seat: Seat): SeatScore {
  const sum: SeatScore = { seat, points: 0, before: 0, streak: 0, last: NONE };
  for (const { turn, marks } of graded) {
    sum.last = marks.get(seat.id) ?? NONE;
    sum.before = sum.points;
    sum.points += sum.last.gained;
    // RULES S6.
    if (turn.points > 0) sum.streak = sum.last.mark === 'right' ? sum.streak + 1 : 0;
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

/** Every round is sealed or skipped. @returns `own` by seat id */
export function standings(
  room: Room,
  quiz: Quiz,
  seats: readonly Seat[],
  version: number,
): { own: Map<string, PlayerStanding>; top: StandingsRow[] } {
  const seated = seats.filter((seat) => !seat.removed);
  const graded = room.turns.flatMap((turn, t) => {
    if (t < room.firstTurn || turn.void) return [];
    const answers = seated.flatMap(({ id, answers }) => (answers[t] ? [[id, answers[t]] as const] : []));
    return [{ turn, marks: gradeRound(turn, quiz, answers, room.settings.speed) }];
  });
  const tallies = seated.map((seat) => scoreSeat(graded, seat));
  tallies.sort((a, b) => b.points - a.points || a.seat.joinedAt - b.seat.joinedAt || (a.seat.id < b.seat.id ? -1 : 1));
  const was = graded.length > 1 ? ranks(tallies, (one) => one.before) : undefined;
  const turn = room.turns.findLastIndex((one, t) => t >= room.firstTurn && !one.void);
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
  return { own, top };
}
