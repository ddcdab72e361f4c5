import type { Room } from './frames.ts';

const WHOLE_MS = 500;

/**
 * RULES S3.
 * @param credit from 0 to 1
 * @param at when the answer was received, on the server's clock
 */
export function pointsFor(
  { points, seconds, opensAt }: Pick<NonNullable<Room['turn']>, 'points' | 'seconds' | 'opensAt'>,
  credit: number,
  at: number,
  speed = true,
): number {
  const time = at - opensAt;
  const slow = speed && time >= WHOLE_MS ? Math.min(1, time / (seconds * 1000)) : 0;
  return Math.round(points * credit * (1 - slow / 2));
}
