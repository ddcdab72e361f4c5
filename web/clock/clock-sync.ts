// When to ask for the time: until the clock is good enough, and never more than that.
import { effect } from '@preact/signals';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from './clock.ts';

/** As good as a game needs; then nobody asks for more. */
export const GOOD_BOUND_MS = 25;
/** Good enough when it will not get better. */
const FAIR_BOUND_MS = 50;
const MAX_USELESS_SAMPLES = 4;
/** So many samples and no more, unless the clock is not even fair: then twice as many. */
const USUAL_SAMPLES = 20;
const MAX_SAMPLES = 40;

/**
 * Asks one after the other, a fifth of a second apart.
 * @param ask resolves once the clock has had the sample
 * @param stopped the page speaks to nobody any more
 */
export async function sampleClock(
  clock: Clock,
  environment: BrowserEnvironment,
  ask: () => Promise<unknown>,
  stopped: () => boolean,
): Promise<void> {
  let inVain = 0;
  for (let asked = 0; asked < MAX_SAMPLES; asked++) {
    const before = clock.bound();
    if (before <= GOOD_BOUND_MS || (before <= FAIR_BOUND_MS && (inVain >= MAX_USELESS_SAMPLES || asked >= USUAL_SAMPLES))) return;
    await ask();
    inVain = clock.bound() < before - 1 ? 0 : inVain + 1;
    await new Promise<void>((resolve) => environment.later(150 + environment.random() * 100, resolve));
    if (stopped()) return;
  }
}

/**
 * Keeps the clock good while a link lives: from now on, after each waking, and when its samples turned out void.
 * @returns how to stop
 */
export function startClockSync(clock: Clock, environment: BrowserEnvironment, ask: () => Promise<unknown>): () => void {
  let stopped = false;
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    await sampleClock(clock, environment, ask, () => stopped);
    running = false;
  };
  const sleepless = environment.onWake(() => {
    clock.invalidate();
    void run();
  });
  const settled = effect(() => {
    if (!clock.estimate.value) void run();
  });
  void run();
  return () => {
    stopped = true;
    sleepless();
    settled();
  };
}
