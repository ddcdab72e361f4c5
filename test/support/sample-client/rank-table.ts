// Where some points stand among everybody's (PROTOCOL, "What a player has earned", 3).

interface Ranks {
  scores: readonly number[];
  exact?: number | undefined;
}

interface Place {
  rank: number;
  of: number;
  /** Points to the next place above; none for the first, nor for who is told about where they are. */
  by?: number;
  /** The rank is up to 2 % better than it is. */
  about: boolean;
  /** Whether somebody in the table has these points. */
  listed: boolean;
}

/** Everybody's points, the most first. */
function unpacked(scores: readonly number[]): number[] {
  const all: number[] = [];
  for (const number of scores) {
    const last = all.at(-1);
    if (last === undefined) all.push(number);
    else if (number >= 0) all.push(last - number);
    else for (let more = number; more < 0; more++) all.push(last);
  }
  return all;
}

export function placeOf(points: number, { scores, exact }: Ranks): Place {
  const all = unpacked(scores);
  const above = all.filter((one) => one > points);
  const next = above.at(-1);
  const rank = above.length + 1;
  const about = exact !== undefined && rank > exact;
  return {
    rank,
    of: all.length,
    ...(next !== undefined && !about && { by: next - points }),
    about,
    listed: all.includes(points),
  };
}
