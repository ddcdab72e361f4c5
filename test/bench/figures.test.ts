import { expect, test } from 'vitest';
import { drawChart } from '../../bench/chart.ts';
import { median, percentile, spreadOf } from '../../bench/figures.ts';
import { receiptsOf } from '../../bench/receipts.ts';

test('a percentile is a measured value; a median of an even count is a mean', () => {
  const values = [40, 10, 30, 20];
  expect([0, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([10, 20, 40, 40]);
  expect([median(values), median([3, 1, 2]), median([7])]).toEqual([25, 2, 7]);
  expect([percentile([], 0.5), median([])]).toEqual([Number.NaN, Number.NaN]);
});

test('a spread is relative to its start', () => {
  expect(spreadOf([1010, 1005, 1100], 1000)).toEqual({ first: 5, median: 10, p95: 100, last: 100 });
});

test('receipts resolve when complete, and count each player once', async () => {
  const { received, all } = receiptsOf(2, 60_000);
  received(0, 1);
  received(0, 2);
  received(1, 3);
  received(1, 4);
  expect(await all).toEqual(
    new Map([
      [0, 1],
      [1, 3],
    ]),
  );
});

test('receipts resolve without the missing players after the time-out', async () => {
  const { received, all } = receiptsOf(2, 20);
  received(1, 5);
  expect(await all).toEqual(new Map([[1, 5]]));
});

test('a chart has axes, units and a line per series; baselines are dashed', () => {
  const svg = drawChart({
    title: 'Ours & theirs',
    x: 'players',
    y: 'milliseconds',
    series: [
      {
        name: 'ours',
        points: [
          [10, 1],
          [100, 10],
          [1000, Number.NaN],
        ],
      },
      {
        name: 'bare',
        points: [
          [10, 2],
          [100, 5],
        ],
        baseline: true,
      },
    ],
    logarithmic: { x: true, y: true },
  });
  expect(svg).toContain('<title>Ours &#38; theirs</title>');
  expect(svg).toContain('<desc>milliseconds by players. ours: 10: 1, 100: 10; bare: 10: 2, 100: 5</desc>');
  expect(svg.match(/<text class="quiet" x="66"[^>]*>([^<]*)/g)!.map((tick) => tick.split('>')[1])).toEqual(['1', '2', '5', '10']);
  expect(svg).toContain('<path class="s0" fill="none" stroke-width="2" d="M76.0 364.0L692.0 92.0"/>');
  expect(svg).toContain('<path class="s1" fill="none" stroke-width="2" stroke-dasharray="6 5" d="M76.0 282.1L692.0 173.9"/>');
});
