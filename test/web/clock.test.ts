import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Clock, createClock } from '../../web/clock/clock.ts';
import { sampleClock, startClockSync } from '../../web/clock/clock-sync.ts';
import { type FakeEnvironment, type FakeOptions, fakeEnvironment, seeded, serverTime } from '../support/fake-environment.ts';

/** One request and its reply over a line with these delays. */
async function ask(environment: FakeEnvironment, clock: Clock, there: number, back: number, work = 0) {
  const sent = environment.instant();
  await environment.pass(there);
  const t1 = Math.floor(serverTime(environment));
  await environment.pass(work);
  const t2 = Math.floor(serverTime(environment));
  await environment.pass(back);
  clock.add({ sent, received: environment.instant(), t1, t2 });
}

const error = (environment: FakeEnvironment, clock: Clock) => Math.abs(clock.now() - serverTime(environment));

/** A page that takes its samples by the rule, over a line that delays each way as given. */
async function settled(options: FakeOptions, delay: (random: number) => number) {
  const random = seeded(options.wrong!);
  const environment = fakeEnvironment({ ...options, random });
  const clock = createClock(environment);
  let asked = 0;
  const request = () =>
    new Promise<void>((resolve) => {
      asked++;
      const sent = environment.instant();
      environment.later(delay(random()), () => {
        const t = Math.floor(serverTime(environment));
        environment.later(delay(random()), () => {
          clock.add({ sent, received: environment.instant(), t1: t, t2: t });
          resolve();
        });
      });
    });
  void sampleClock(clock, environment, request, () => false);
  await environment.pass(60_000);
  return { environment, clock, asked };
}

const delay = fc.integer({ min: 0, max: 300 });
const hours = fc.integer({ min: -12 * 3600_000, max: 12 * 3600_000 });

describe('the common clock', () => {
  test('before any sample it is the device’s own clock', () => {
    const environment = fakeEnvironment({ wrong: 5000 });
    expect(createClock(environment).now()).toBe(serverTime(environment) + 5000);
  });

  test('its error is within the bound it gives, whatever the delays, the device’s date and its drift', async () => {
    const samples = fc.array(fc.record({ there: delay, back: delay, work: delay, pause: fc.integer({ min: 0, max: 600_000 }) }), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(samples, hours, fc.integer({ min: -50, max: 50 }), async (asked, wrong, ppm) => {
        const environment = fakeEnvironment({ wrong, rate: 1 + ppm * 1e-6 });
        const clock = createClock(environment);
        for (const { there, back, work, pause } of asked) {
          await ask(environment, clock, there, back, work);
          await environment.pass(pause);
          expect(error(environment, clock)).toBeLessThanOrEqual(clock.bound());
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  test('a delay in one direction spoils only that half of the sample', async () => {
    const environment = fakeEnvironment();
    const clock = createClock(environment);
    await ask(environment, clock, 3000, 10);
    await ask(environment, clock, 10, 3000);
    expect([Math.round(clock.bound()), error(environment, clock) < 1]).toEqual([11, true]);
  });

  test('with delays of 0 to 300 ms each way it is within 50 ms, after at most 40 samples, and nearly always after 20', async () => {
    const runs = [];
    for (let i = 0; i < 200; i++) runs.push(await settled({ wrong: i * 300_000 }, (random) => random * 300));
    const close = runs.filter(({ environment, clock }) => error(environment, clock) < 50).length;
    const honest = runs.every(({ environment, clock }) => error(environment, clock) <= clock.bound());
    const most = Math.max(...runs.map(({ asked }) => asked));
    const few = runs.filter(({ asked }) => asked <= 20).length;
    expect({ close, honest, bounded: most <= 40, few: few >= 190 }).toEqual({
      close: 200,
      honest: true,
      bounded: true,
      few: true,
    });
  });

  test('on a quick line one sample is enough', async () => {
    const { asked, clock } = await settled({ wrong: 0 }, (random) => random * 20);
    expect([asked, clock.bound() < 25]).toEqual([1, true]);
  });

  test('on a slow, even line it stops asking once samples no longer help', async () => {
    const { asked } = await settled({ wrong: 0 }, () => 40);
    expect(asked).toBe(5);
  });

  test('a newer sample wins over a better one that drift has made doubtful', async () => {
    const environment = fakeEnvironment({ rate: 1 + 40e-6 });
    const clock = createClock(environment);
    await ask(environment, clock, 1, 1);
    await environment.pass(4 * 3600_000);
    const before = clock.bound();
    await ask(environment, clock, 30, 30);
    expect({ loose: before > 700, tight: clock.bound() < 35, right: error(environment, clock) <= clock.bound() }).toEqual({
      loose: true,
      tight: true,
      right: true,
    });
  });

  test('a monotonic clock that stood still voids all samples; until the next one the device’s date fills in', async () => {
    const environment = fakeEnvironment({ wrong: -7_200_000 });
    const clock = createClock(environment);
    await ask(environment, clock, 5, 5);
    environment.sleep(60_000);
    const asleep = { error: error(environment, clock) < 20, bound: clock.bound() };
    await ask(environment, clock, 10, 10);
    expect({ asleep, awake: { error: error(environment, clock) <= clock.bound(), bound: Math.round(clock.bound()) } }).toEqual({
      asleep: { error: true, bound: Number.POSITIVE_INFINITY },
      awake: { error: true, bound: 11 },
    });
  });

  test('a reply that arrives after sleep is no sample', async () => {
    const environment = fakeEnvironment();
    const clock = createClock(environment);
    const sent = environment.instant();
    const t = serverTime(environment);
    environment.sleep(60_000);
    clock.add({ sent, received: environment.instant(), t1: t, t2: t });
    expect(clock.bound()).toBe(Number.POSITIVE_INFINITY);
  });

  test('after the server’s clock was set, only later samples count', async () => {
    const environment = fakeEnvironment();
    const clock = createClock(environment);
    await ask(environment, clock, 5, 5);
    const instant = environment.instant();
    clock.add({ sent: instant, received: instant, t1: serverTime(environment) + 9000, t2: serverTime(environment) + 9000 });
    expect(Math.round(clock.now() - serverTime(environment))).toBe(9000);
  });

  test('a page that wakes from sleep takes new samples', async () => {
    const environment = fakeEnvironment();
    const clock = createClock(environment);
    let asked = 0;
    const stop = startClockSync(clock, environment, async () => {
      asked++;
      const instant = environment.instant();
      clock.add({ sent: instant, received: instant, t1: serverTime(environment), t2: serverTime(environment) });
    });
    await environment.pass(5000);
    const before = asked;
    environment.sleep(30_000);
    environment.wake();
    await environment.pass(5000);
    stop();
    environment.sleep(30_000);
    environment.wake();
    await environment.pass(5000);
    expect([before, asked]).toEqual([1, 2]);
  });
});
