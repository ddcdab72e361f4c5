import { player as words } from '../../words/en.ts';

export function PointsBadge({ points }: { points: number | undefined }) {
  if (points === undefined || points === 1000) return null;
  return <p class="badge">{points ? words.ready.double : words.ready.none}</p>;
}
