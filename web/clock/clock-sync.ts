import { effect } from '@preact/signals-core';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from './clock.ts';

/** Good enough, ms. */
export const GOOD_BOUND_MS = 25;
/** Accepted when it no longer improves, ms. */
const FAIR_BOUND_MS = 50;
const MAX_USELESS_SAMPLES = 4;
/** Twice as many while the bound is not even fair. */
const USUAL_SAMPLES = 20;
const MAX_SAMPLES = 40;

/** One sample every 200 ms, until `stopped`. */
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

/** Samples now, after each wake-up, and when samples became invalid; returns how to stop. */
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
