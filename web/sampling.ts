// When to ask for the time: until the clock is good enough, and never more than that.
import { effect } from '@preact/signals';
import type { Clock } from './clock.ts';
import type { World } from './world.ts';

/** As good as a game needs; then nobody asks for more. */
export const GOOD_MS = 25;
/** Good enough when it will not get better. */
const FAIR_MS = 50;
const IN_VAIN = 4;
/** So many samples and no more, unless the clock is not even fair: then twice as many. */
const USUAL = 20;
const MOST = 40;

/**
 * Asks one after the other, a fifth of a second apart.
 * @param ask resolves once the clock has had the sample
 * @param stopped the page speaks to nobody any more
 */
export async function sample(clock: Clock, world: World, ask: () => Promise<unknown>, stopped: () => boolean): Promise<void> {
  let inVain = 0;
  for (let asked = 0; asked < MOST; asked++) {
    const before = clock.bound();
    if (before <= GOOD_MS || (before <= FAIR_MS && (inVain >= IN_VAIN || asked >= USUAL))) return;
    await ask();
    inVain = clock.bound() < before - 1 ? 0 : inVain + 1;
    await new Promise<void>((resolve) => world.later(150 + world.random() * 100, resolve));
    if (stopped()) return;
  }
}

/**
 * Keeps the clock good while a link lives: from now on, after each waking, and when its samples turned out void.
 * @returns how to stop
 */
export function keepClock(clock: Clock, world: World, ask: () => Promise<unknown>): () => void {
  let stopped = false;
  let running = false;
  const run = async () => {
    if (running) return;
    running = true;
    await sample(clock, world, ask, () => stopped);
    running = false;
  };
  const sleepless = world.onWake(() => {
    clock.doubt();
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
