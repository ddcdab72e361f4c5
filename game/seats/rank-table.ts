/**
 * Everybody's points without their names, for each to find their own place.
 * Highest first: a number is how many points less than the score before (the first: points), and a negative one
 * how many more have the score before.
 */
export interface RankTable {
  scores: readonly number[];
  /** Places so far down are exact; left out: all. */
  exact?: number | undefined;
}

/** Of a table that is cut short: as many as fit. */
const EXACT_PLACES = [200, 100, 25];
/** Beyond them, the share of a rank that its place may be off. */
const OFF = 0.02;

/** @param points highest first @param bytes as JSON, at least 1,000 */
export function rankTable(points: readonly number[], bytes: number): RankTable {
  const whole = { scores: packed(points) };
  if (JSON.stringify(whole).length <= bytes) return whole;
  const cut = EXACT_PLACES.map((exact) => ({ scores: packed(coarse(points, exact)), exact }));
  return cut.find((table) => JSON.stringify(table).length <= bytes) ?? cut.at(-1) ?? whole;
}

function packed(points: readonly number[]): number[] {
  const scores: number[] = [];
  let above = 0;
  let ties = 0;
  const endTies = () => {
    if (ties) scores.push(-ties);
    ties = 0;
  };
  points.forEach((score, i) => {
    if (i > 0 && score === above) ties++;
    else {
      endTies();
      scores.push(i === 0 ? score : above - score);
    }
    above = score;
  });
  endTies();
  return scores;
}

/** Groups of growing size as if all had the least of their points: a place in one is its first. */
function coarse(points: readonly number[], exact: number): number[] {
  const last = points[exact - 1];
  // Those who tie with the last exact place share it.
  let from = last === undefined ? points.length : points.lastIndexOf(last) + 1;
  const found = points.slice(0, from);
  while (from < points.length) {
    const to = Math.min(points.length, from + Math.max(1, Math.floor(from * OFF)));
    const least = points[to - 1] ?? 0;
    const end = points.lastIndexOf(least) + 1;
    for (; from < end; from++) found.push(least);
  }
  return found;
}

export interface Place {
  /** Equal points share a rank: 1, 2, 2, 4. */
  rank: number;
  of: number;
  /** The rank is 2 % better than it may be. */
  about?: true | undefined;
  /** Points to the next place above. */
  behind?: number | undefined;
}

/** @returns undefined when nobody has these points */
export function placeIn({ scores, exact = Number.POSITIVE_INFINITY }: RankTable, own: number): Place | undefined {
  let score = 0;
  let of = 0;
  let rank = 1;
  let above: number | undefined;
  let isThere = false;
  scores.forEach((step, i) => {
    if (step < 0) of -= step;
    else {
      score = i === 0 ? step : score - step;
      of++;
    }
    if (score > own) [rank, above] = [of + 1, score];
    else if (score === own) isThere = true;
  });
  const about = rank > exact;
  if (!isThere && !about) return undefined;
  return { rank, of, ...(about && { about }), ...(above !== undefined && !about && { behind: above - own }) };
}
