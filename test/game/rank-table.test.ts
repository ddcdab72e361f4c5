// A nameless table of points, from which everybody reads their own place.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeIn, rankTable } from '../../game/seats/rank-table.ts';

const highestFirst = (points: readonly number[]) => points.toSorted((a, b) => b - a);
const rankOf = (points: readonly number[], own: number) => 1 + points.filter((one) => one > own).length;
/** Of a long game with points for speed. */
const anyPoints = (most: number) =>
  fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: most }).map(highestFirst);

test('a table is a few digits a score: steps down, and how many share one', () => {
  expect(rankTable([2874, 2790, 2600, 2600, 2600, 0, 0], 2500)).toEqual({ scores: [2874, 84, 190, -2, 2600, -1] });
  expect([rankTable([], 2500), rankTable([0, 0, 0], 2500)]).toEqual([{ scores: [] }, { scores: [0, -2] }]);
});

test('everybody finds their exact place, and how far the next one is, in rooms of several hundred', () => {
  fc.assert(
    fc.property(anyPoints(400), (points) => {
      const table = rankTable(points, 2500);
      expect(table.exact).toBeUndefined();
      for (const own of points) {
        const above = points.findLast((one) => one > own);
        expect(placeIn(table, own)).toEqual({
          rank: rankOf(points, own),
          of: points.length,
          ...(above !== undefined && { behind: above - own }),
        });
      }
    }),
    { numRuns: 50 },
  );
});

test.each([5000, 50_000])(
  'of %i players the first 200 places are exact, all others said to be about, and better by two in a hundred at most',
  (players) => {
    const points = highestFirst(Array.from({ length: players }, (_, i) => (i * 7919) % 20_011));
    const table = rankTable(points, 2500);
    expect([table.exact, JSON.stringify(table).length <= 2500]).toEqual([200, true]);
    const real = points.flatMap((own, i) => (own === points[i - 1] ? [] : { own, rank: i + 1 }));
    const wrong = real.filter(({ own, rank }) => {
      const place = placeIn(table, own);
      if (!place || place.of !== players) return true;
      if (rank <= 200) return place.rank !== rank || place.about || (place.behind === undefined) !== (rank === 1);
      return !place.about || place.behind !== undefined || place.rank > rank || place.rank < rank * 0.98 - 1;
    });
    expect(wrong).toEqual([]);
  },
);

test('whoever has points that nobody in the table has finds no place', () => {
  expect([placeIn({ scores: [30, 10] }, 25), placeIn({ scores: [] }, 0)]).toEqual([undefined, undefined]);
});
