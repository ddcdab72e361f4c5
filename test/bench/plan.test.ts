// The plan for a large event, held to what can be counted: games of small size, and the buckets that it throttles with.
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reckonEvent } from '../../bench/plan/costs.ts';
import { usualLimits } from '../../bench/plan/limits.ts';
import { simulate } from '../../bench/plan/simulate.ts';
import type { Usage } from '../../infra/prices.ts';
import { tokenBucket } from '../../local/token-bucket.ts';
import { reckon } from '../aws/costs.ts';
import { dynalite } from '../aws/dynalite.ts';

const EVENT = { arriving: 90, reading: 5, answering: [1, 9] as const, shards: 1, crowdFrom: 250 };

describe('what an event uses, reckoned from its size, is what a counted game used', () => {
  test.each([30, 100])('%i players', { timeout: 60_000 }, async (players) => {
    const { usage: counted, played } = await reckon(dynalite(), players);
    const { usage, lasts } = reckonEvent({ ...EVENT, players }, 10);
    // dynalite does not tell what an index costs: a join one unit, a leaving another.
    const known: Usage = { ...counted, writeUnit: counted.writeUnit + 2 * players };
    const ratios = Object.fromEntries(Object.entries(usage).map(([name, much]) => [name, much / known[name as keyof Usage]]));
    for (const [name, ratio] of Object.entries({ ...ratios, lasts: (lasts * 1000) / played.lasted })) {
      expect([name, ratio > 0.8 && ratio < 1.25 ? 'alike' : ratio]).toEqual([name, 'alike']);
    }
  });
});

test('a bucket never lets more through than its burst and its rate, and lets all through that come slower', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 50 }),
      fc.array(fc.nat(200), { maxLength: 200 }),
      (rate, burst, gaps) => {
        const bucket = tokenBucket(rate, burst);
        let now = 0;
        let passed = 0;
        for (const gap of gaps) {
          now += gap;
          if (bucket.take(now)) passed++;
          expect(passed).toBeLessThanOrEqual(burst + (rate * now) / 1000 + 1e-9);
        }
        const slow = tokenBucket(rate, 1);
        for (let i = 0; i < 50; i++) expect(slow.take(i * (1000 / rate) + 0.001 * i)).toBe(true);
      },
    ),
  );
});

describe('an event in simulated time', () => {
  test('of a class: nothing is refused, and everybody has the question long before it opens', () => {
    const { joined, heard, opens, waited, revealed, refused } = simulate({ ...EVENT, players: 200 }, usualLimits());
    expect([joined.length, heard.length, waited.length, revealed.length, refused]).toEqual([200, 200, 200, 200, {}]);
    expect(heard.at(-1)!).toBeLessThan(opens / 2);
  });

  test('of 2,000 who come at one instant: as many are in after each second as connections are allowed, and none is lost', () => {
    const { joined, refused } = simulate({ ...EVENT, players: 2000, arriving: 0, shards: 2 }, usualLimits());
    expect(joined.length).toBe(2000);
    expect(joined.filter((at) => at < 2000).length).toBeLessThanOrEqual(500 + 2 * 500);
    expect(Object.keys(refused)).toContain('joining: new connections a second');
  });

  test('over its limits: what is refused is named, comes again, and with larger limits is not refused', () => {
    const event = { ...EVENT, players: 20_000, shards: 20 };
    const small = simulate(event, usualLimits());
    const large = simulate(event, { ...usualLimits(), requests: 100_000, burst: 50_000, concurrency: 10_000, scaling: 10_000 });
    expect(Object.keys(small.refused)).toContain('question: posts over the account’s requests');
    expect([small.heard.length, large.heard.length, large.refused]).toEqual([20_000, 20_000, {}]);
    expect(large.heard.at(-1)!).toBeLessThan(small.heard.at(-1)!);
  });
});

test('the command tells the same plan as JSON: the last of each curve is what the report says', () => {
  const run = (...more: string[]) =>
    execFileSync(process.execPath, ['bench/plan/main.ts', '--players', '300', '--questions', '2', ...more], { encoding: 'utf8' });
  const { event, simulated, reckoned } = JSON.parse(run('--json'));
  const told = run();
  expect([event.players, simulated.heard.length, simulated.refused]).toEqual([300, 101, {}]);
  expect(told).toContain(`the last phone has it ${(simulated.heard.at(-1) / 1000).toFixed(1)} s after the click`);
  expect(told).toContain(`costs about $${reckoned.dollars.toFixed(2)}`);
});
