// The common clock: the server's time, read off this device with a stated bound, however wrong the device's own clock is.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { BrowserEnvironment, Instant } from '../browser/environment.ts';

/** One request and its reply: when this device sent and received, and the gateway's instants (t1 received, t2 replied). */
export interface Sample {
  sent: Instant;
  received: Instant;
  t1: number;
  t2: number;
}

/** The least value seen of something, and the tick at which it was true. */
interface LowerEnvelope {
  value: number;
  at: number;
}

/**
 * What is known of the offset from monotonicMs to the server's time: it is at most `up` (the way there took no less than nothing) and at
 * least minus `down` (nor did the way back). Kept separately, one slow way spoils one half of one sample.
 */
export interface Estimate {
  up: LowerEnvelope;
  down: LowerEnvelope;
}

/** Two quartz clocks drift apart by no more than this. */
const DRIFT = 50e-6;
/** Instants come in whole milliseconds, some browsers' monotonicMs too. */
const RESOLUTION_MS = 1;
/** The two clocks of a device differ by more than this only if one of them stood still or was set. */
const MAX_CLOCK_STEP_MS = 500;

const aged = ({ value, at }: LowerEnvelope, monotonicMs: number) => value + DRIFT * (monotonicMs - at);
const lesser = (old: LowerEnvelope | undefined, fresh: LowerEnvelope, monotonicMs: number) =>
  old && aged(old, monotonicMs) <= aged(fresh, monotonicMs) ? old : fresh;

/** Half the difference of the two bounds, each loosened by its age, and how far off that can be. */
export function offsetAt({ up, down }: Estimate, monotonicMs: number): { offset: number; bound: number } {
  const most = aged(up, monotonicMs);
  const least = -aged(down, monotonicMs);
  return { offset: (most + least) / 2, bound: (most - least) / 2 };
}

/** What is known after one more sample. */
export function withSample(estimate: Estimate | undefined, { sent, received, t1, t2 }: Sample): Estimate {
  const { monotonicMs } = received;
  const up = { value: t1 - sent.monotonicMs + RESOLUTION_MS, at: sent.monotonicMs };
  const down = { value: monotonicMs - t2 + RESOLUTION_MS, at: monotonicMs };
  const next = { up: lesser(estimate?.up, up, monotonicMs), down: lesser(estimate?.down, down, monotonicMs) };
  // Bounds that contradict each other: the server's clock was set. Only the newest sample speaks of the new one.
  return offsetAt(next, monotonicMs).bound < 0 ? { up, down } : next;
}

const gapOf = ({ date, monotonicMs }: Instant) => date - monotonicMs;

export interface Clock {
  /** The server's time, epoch ms; before any sample the device's own. Reading it changes nothing. */
  now(): number;
  /** How far off `now()` can be, ms. */
  bound(): number;
  add(sample: Sample): void;
  /** Forgets what was known if the device has slept or its clock was set since. */
  invalidate(): void;
  /** Changes with every sample that brings something: whoever waits for an instant has to wait anew. */
  estimate: ReadonlySignal<Estimate | undefined>;
}

/** A clock without samples yet. */
export function createClock(environment: Pick<BrowserEnvironment, 'instant' | 'later'>): Clock {
  const estimate = signal<Estimate>();
  let gap = 0;
  /** From the device's date to the server's time, when last known: all that is left after a sleep. */
  let skew = 0;
  let doubting = false;

  const astray = (instant: Instant) => Math.abs(gapOf(instant) - gap) > MAX_CLOCK_STEP_MS;

  const doubt = () => {
    doubting = false;
    if (astray(environment.instant())) estimate.value = undefined;
  };

  return {
    estimate,
    now() {
      const instant = environment.instant();
      const known = estimate.peek();
      if (known && !astray(instant)) return instant.monotonicMs + offsetAt(known, instant.monotonicMs).offset;
      if (known && !doubting) {
        doubting = true;
        environment.later(0, doubt);
      }
      return instant.date + skew;
    },
    bound() {
      const instant = environment.instant();
      const known = estimate.peek();
      return known && !astray(instant) ? offsetAt(known, instant.monotonicMs).bound : Number.POSITIVE_INFINITY;
    },
    add(sample) {
      const { sent, received } = sample;
      // The device slept while this was under way: its monotonicMs at sending are of another age.
      if (Math.abs(gapOf(received) - gapOf(sent)) > MAX_CLOCK_STEP_MS) return;
      const before = astray(received) ? undefined : estimate.peek();
      const next = withSample(before, sample);
      gap = gapOf(received);
      skew = offsetAt(next, received.monotonicMs).offset - gap;
      if (next.up !== before?.up || next.down !== before?.down) estimate.value = next;
    },
    invalidate: doubt,
  };
}
