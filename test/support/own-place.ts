import type { RankTable } from '../../game/seats/rank-table.ts';

/** PROTOCOL.md, "What a player has earned", in words of its own: the place of `points` among all. */
export function placeAmong({ scores }: RankTable, points: number): { rank: number; of: number } {
  const all: number[] = [];
  for (const step of scores) {
    const last = all.at(-1);
    if (last === undefined) all.push(step);
    else if (step < 0) all.push(...Array.from({ length: -step }, () => last));
    else all.push(last - step);
  }
  return { rank: 1 + all.filter((one) => one > points).length, of: all.length };
}
