import type { Round } from '../room/round.ts';
import type { Answer } from '../seats/seat.ts';

const FULL_POINTS_MS = 500;
/**
 * RULES S3: `round(P × credit × (1 − t/T/2))`, full points under 0.5 s.
 * Source: Kahoot's support page on points.
 */
export function pointsFor(
  turn: Pick<Round, 'opensAt' | 'seconds' | 'points'>,
  answer: Answer,
  share: number,
  speed: boolean,
): number {
  const t = Math.min(Math.max(answer.at - turn.opensAt, 0), turn.seconds * 1000);
  const worth = speed && t >= FULL_POINTS_MS ? 1 - t / (turn.seconds * 1000) / 2 : 1;
  return Math.round(turn.points * share * worth);
}
