import { inTime, isEarly, type Round } from '../room/round.ts';
import type { Answer } from '../seats/seat.ts';
import type { GradedAnswer, Mark } from '../seats/standing.ts';
import { pointsFor } from './scoring.ts';

/** What scoring needs of a round: phones know it too. */
export type ScoredRound = Pick<Round, 'opensAt' | 'sealsAt' | 'seconds' | 'points'>;

/**
 * RULES S2-S5; the same on the server and on each phone.
 * @param credit 0 to 1; undefined: the kind is not graded
 */
export function gradeAnswer(turn: ScoredRound, answer: Answer, credit: number | undefined, speed: boolean): GradedAnswer {
  if (!inTime(turn, answer)) return { mark: outOfTime(turn, answer), gained: 0 };
  if (credit === undefined) return { mark: 'counted', gained: 0 };
  return { mark: markOf(credit), gained: pointsFor(turn, answer, credit, speed) };
}

const markOf = (credit: number): Mark => (credit === 1 ? 'right' : credit > 0 ? 'partly' : 'wrong');

export const outOfTime = (turn: ScoredRound, answer: Answer) => (isEarly(turn, answer) ? 'early' : 'late');

/** RULES S6. */
export const streakAfter = (streak: number, turn: Pick<ScoredRound, 'points'>, { mark }: GradedAnswer) =>
  turn.points === 0 ? streak : mark === 'right' ? streak + 1 : 0;
