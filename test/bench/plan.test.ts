// The plan agrees with counted games and real limiters.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { table } from '../../bench/plan/capacity.ts';
import { reckonEvent } from '../../bench/plan/costs.ts';
import { lambdaAccount, pool } from '../../bench/plan/lambda.ts';
import { defaultLimits } from '../../bench/plan/limits.ts';
import { withQuotas } from '../../bench/plan/quota-requests.ts';
import { type Simulated, simulate } from '../../bench/plan/simulate.ts';
import { brakesOf } from '../../infra/settings/brakes.ts';
import type { Usage } from '../../infra/settings/prices.ts';
import { settingsFrom, WARM } from '../../infra/settings/settings.ts';
import { tokenBucket } from '../../local/gateway/token-bucket.ts';
import { reckon } from '../aws/costs.ts';
import { dynalite } from '../aws/dynalite.ts';

const EVENT = { arriving: 90, reading: 5, answering: [1, 9] as const, shards: 1, crowdFrom: 250 };

test('the estimated usage of an event matches a counted game', async () => {
  const players = 40;
  const { usage: counted, played } = await reckon(dynalite(), players);
  const { usage, lasts } = reckonEvent({ ...EVENT, players }, 10);
  // dynalite reports no index units: one per join, one per leave.
  const known: Usage = { ...counted, writeUnit: counted.writeUnit + 2 * players };
  const ratios = Object.fromEntries(Object.entries(usage).map(([name, much]) => [name, much / known[name as keyof Usage]]));
  for (const [name, ratio] of Object.entries({ ...ratios, lasts: (lasts * 1000) / played.lasted })) {
    expect([name, ratio > 0.8 && ratio < 1.25 ? 'alike' : ratio]).toEqual([name, 'alike']);
  }
});

test('a token bucket never exceeds burst and rate, and admits slower traffic', () => {
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

const LARGE = { requests: 100_000, burst: 50_000, stage: 100_000, connections: 10_000, concurrency: 10_000, scaling: 10_000 };
const named = ({ refused }: Pick<Simulated, 'refused'>) => refused.map(({ part, what }) => `${part}: ${what}`);

describe('an event in simulated time', () => {
  test('a class: nothing is refused, and the question arrives before it opens', () => {
    const { joined, heard, opens, waited, revealed, refused } = simulate({ ...EVENT, players: 200 }, defaultLimits());
    expect([joined.length, heard.length, waited.length, revealed.length, refused]).toEqual([200, 200, 200, 200, []]);
    expect(heard.at(-1)!).toBeLessThan(opens / 2);
  });

  test('2,000 simultaneous joins: the connection rate limits them, and none is lost', () => {
    const simulated = simulate({ ...EVENT, players: 2000, arriving: 0, shards: 2 }, defaultLimits());
    expect(simulated.joined.length).toBe(2000);
    expect(simulated.joined.filter((at) => at < 2000).length).toBeLessThanOrEqual(500 + 2 * 500);
    expect(named(simulated)).toContain('joining: connections');
  });

  test('refusals are named and retried, and disappear with larger limits', () => {
    const event = { ...EVENT, players: 20_000, shards: 20 };
    const small = simulate(event, defaultLimits());
    const large = simulate(event, { ...defaultLimits(), ...LARGE });
    expect(named(small)).toContain('question: posts');
    expect([large.heard.length, large.refused]).toEqual([20_000, []]);
    expect(large.heard.at(-1)!).toBeLessThan(small.heard.at(-1)!);
  });

  test('the stage throttle applies below the account limit', () => {
    const event = { ...EVENT, players: 20_000, shards: 20 };
    expect(named(simulate(event, { ...defaultLimits(), ...LARGE, stage: 8000 }))).toContain('question: posts');
  });

  test('a new table throttles many answers, a warm one does not, and none is lost', () => {
    const event = { ...EVENT, players: 12_000, answering: [1, 2] as const, shards: 12 };
    const cold = simulate(event, { ...defaultLimits(), ...LARGE });
    const warm = simulate(event, withQuotas({ ...defaultLimits(), ...LARGE }, { tableWrites: 12_000 }));
    expect([named(cold), cold.acknowledged.length]).toEqual([['answers: tableWrites'], 12_000]);
    expect([named(warm), warm.acknowledged.length]).toEqual([[], 12_000]);
  });

  test('one partition limits the names a second, whatever the quotas', () => {
    const event = { ...EVENT, players: 3000, arriving: 0, shards: 3 };
    expect(named(simulate(event, { ...defaultLimits(), ...LARGE }))).toContain('joining: names');
  });

  test('phones that miss the reveal post get it by a sync', () => {
    const event = { ...EVENT, players: 5000, shards: 5 };
    const { revealed, refused } = simulate(event, { ...defaultLimits(), requests: 1000, burst: 500 });
    const late = refused.find(({ part, what }) => part === 'reveal' && what === 'late')!;
    expect([revealed.length, late.times > 0]).toEqual([5000, true]);
    expect(revealed.at(-1)!).toBeGreaterThan(2000);
  });
});

test('shard partition, table and index each admit one second of units at once', () => {
  const { spend } = table(2, { ...defaultLimits(), partitionWrites: 2, tableWrites: 3, partitionReads: 2, tableReads: 5 });
  const write = (on: 0 | 1 | 'index', at = 0) => spend(at, [{ on, writes: 1 }]);
  expect([write(0), write(0), write(0), write(1), write(1)]).toEqual([
    undefined,
    undefined,
    'shardWrites',
    undefined,
    'tableWrites',
  ]);
  expect([write('index'), write('index'), write('index'), write('index')]).toEqual([
    undefined,
    undefined,
    undefined,
    'indexWrites',
  ]);
  // Queries are charged afterwards.
  expect([spend(0, [{ on: 0, reads: 110 }]), spend(0, [{ on: 0, reads: 1 }])]).toEqual([undefined, 'shardReads']);
  expect(write(1, 1000)).toBeUndefined();
});

test('idle environments do not count towards concurrency', () => {
  const account = lambdaAccount(1);
  const [one, other] = [1, 2].map(() => pool({ coldStart: 100, scaling: 10 }));
  for (const each of [one!, other!]) each.rest(account);
  expect([one!.begin(0), other!.begin(50)]).toEqual([100, 'concurrency']);
  one!.end(115);
  expect([other!.begin(115), one!.begin(115)]).toEqual([215, 'concurrency']);
});

test('the plan starts from the default settings', () => {
  const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8'));
  const { stage, tableWrites, tableReads } = defaultLimits();
  // Of the largest room; `main` takes the event's.
  const { requests } = brakesOf({ ...settingsFrom(context), expectedPlayers: 100_000 });
  expect([stage, tableWrites]).toEqual([requests, context.warmWrites]);
  expect([tableWrites, tableReads]).toEqual([WARM.writes.usual, WARM.reads.usual]);
});

describe('the command', () => {
  const run = (...more: string[]) => execFileSync(process.execPath, ['bench/plan/main.ts', ...more], { encoding: 'utf8' });

  test('prints the same plan as JSON', () => {
    const size = ['--players', '300', '--questions', '2'];
    const { event, simulated, reckoned } = JSON.parse(run(...size, '--json'));
    const told = run(...size);
    expect([event.players, simulated.heard.length, simulated.refused]).toEqual([300, 101, []]);
    expect(told).toContain(`the last phone has it ${(simulated.heard.at(-1) / 1000).toFixed(1)} s after the click`);
    expect(told).toContain('Nothing is refused, and no quota has to be raised.');
    expect(told).toContain(`costs about $${reckoned.dollars.toFixed(2)}`);
  });

  test('names the first refusal and its remedy', () => {
    const told = run('--players', '12000', '--answering', '1-2', '--requests', '100000', '--burst', '50000');
    expect(told).toMatch(
      /^The first refusal: functions over what the account may run at once, \d\.\d s into the answers and their tally\.$/m,
    );
    expect(told).toMatch(/^ {2}npx cdk deploy -c expectedPlayers=12000 -c requestsPerSecond=\d+ -c warmWrites=\d+$/m);
  });

  test('gives advice where no quota helps', () => {
    const told = run('--players', '3000', '--arriving', '0', '--connections', '10000', '--concurrency', '10000');
    expect(told).toContain('frames of pages over the requests a second: let people come, and answer, over a longer time');
    expect(told).toContain('writes over what the one partition of the names takes: let people come over a longer time');
  });
});
