import { describe, expect, test } from 'vitest';
import { inTime } from '../../game/room/round.ts';
import { pointsFor } from '../../game/scoring/scoring.ts';
import { answered, turnOf } from './samples.ts';

const points = (after: number, change = {}, share = 1, speed = true) =>
  pointsFor(turnOf(change), answered('1', after), share, speed);

describe('S3 points fall from all to half over the time of the question, as players know it', () => {
  test.each([
    [300, 1000],
    [499, 1000],
    [500, 988],
    [2000, 950],
    [5000, 875],
    [10_000, 750],
    [20_000, 500],
    [20_900, 500],
    [-400, 1000],
  ])('an answer after %i ms of 20 s earns %i', (after, earned) => {
    expect(points(after)).toBe(earned);
  });

  test('double points double, no points stay none', () => {
    expect([points(5000, { points: 2000 }), points(5000, { points: 0 })]).toEqual([1750, 0]);
  });

  test('a share of the answer earns that share', () => expect(points(10_000, {}, 2 / 3)).toBe(500));

  test('without points for speed the time does not matter', () => {
    expect([points(300, {}, 1, false), points(20_000, {}, 1, false), points(20_000, {}, 0.5, false)]).toEqual([1000, 1000, 500]);
  });
});

test('S5 adding time or closing early changes nobody’s points', () => {
  const longer = { closesAt: turnOf().closesAt + 10_000, sealsAt: turnOf().sealsAt + 10_000 };
  const shorter = { closesAt: turnOf().opensAt + 6000, sealsAt: turnOf().opensAt + 7000 };
  expect([points(5000, longer), points(5000, shorter), points(25_000, longer)]).toEqual([875, 875, 500]);
});

test('S2 an answer counts from half a second before the opening until the seal', () => {
  const counts = [-501, -500, 0, 20_000, 21_000, 21_001].map((after) => inTime(turnOf(), answered('1', after)));
  expect(counts).toEqual([false, true, true, true, true, false]);
});
