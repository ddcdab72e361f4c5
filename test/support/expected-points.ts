import type { Round } from '../../game/room/round.ts';

/** RULES S3 in words of its own: what an answer received at `at` earns. */
export function expectedPoints(turn: Pick<Round, 'opensAt' | 'seconds' | 'points'>, share: number, at: number): number {
  const after = Math.max(0, at - turn.opensAt);
  const worth = after < 500 ? 1 : 1 - Math.min(after / (turn.seconds * 1000), 1) / 2;
  return Math.round(turn.points * share * worth);
}
