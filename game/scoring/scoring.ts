// Points for one answer. All numbers that tune the scoring stand here.

import type { Round } from '../room/round.ts';
import type { Answer } from '../seats/seat.ts';

/** Answers this fast get full points, ms (Kahoot's rule). */
const FULL_POINTS_MS = 500;
/**
 * RULES S3: `round(P × share × (1 − t/T/2))`, full points under half a second, at least half for any answer in time.
 * t is the gateway's receipt after the opening, T the nominal seconds at which the question opened: adding time or closing early
 * changes nobody's points. Source of the formula: Kahoot's support page on points.
 * @param share 0 to 1, from the question's kind
 * @param speed false: the time does not matter
 */
export function pointsFor(turn: Round, answer: Answer, share: number, speed: boolean): number {
  const t = Math.min(Math.max(answer.at - turn.opensAt, 0), turn.seconds * 1000);
  const worth = speed && t >= FULL_POINTS_MS ? 1 - t / (turn.seconds * 1000) / 2 : 1;
  return Math.round(turn.points * share * worth);
}
