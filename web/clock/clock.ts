// Server time with a stated bound, however wrong the device's clock.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { BrowserEnvironment, Instant } from '../browser/environment.ts';

/** One request: device instants, and the gateway's (t1 received, t2 replied). */
export interface Sample {
  sent: Instant;
  received: Instant;
  t1: number;
  t2: number;
}

interface LowerEnvelope {
  value: number;
  at: number;
}

/** Offset to server time: at most `up`, at least minus `down`. One slow way spoils half a sample. */
export interface Estimate {
  up: LowerEnvelope;
  down: LowerEnvelope;
}

/** Maximum drift between two clocks. */
const DRIFT = 50e-6;
const RESOLUTION_MS = 1;
/** A larger gap means sleep or a changed clock. */
const MAX_CLOCK_STEP_MS = 500;

const aged = ({ value, at }: LowerEnvelope, monotonicMs: number) => value + DRIFT * (monotonicMs - at);
const lesser = (old: LowerEnvelope | undefined, fresh: LowerEnvelope, monotonicMs: number) =>
  old && aged(old, monotonicMs) <= aged(fresh, monotonicMs) ? old : fresh;

/** Middle of the bounds, loosened by age; and half their distance. */
export function offsetAt({ up, down }: Estimate, monotonicMs: number): { offset: number; bound: number } {
  const most = aged(up, monotonicMs);
  const least = -aged(down, monotonicMs);
  return { offset: (most + least) / 2, bound: (most - least) / 2 };
}

export function withSample(estimate: Estimate | undefined, { sent, received, t1, t2 }: Sample): Estimate {
  const { monotonicMs } = received;
  const up = { value: t1 - sent.monotonicMs + RESOLUTION_MS, at: sent.monotonicMs };
  const down = { value: monotonicMs - t2 + RESOLUTION_MS, at: monotonicMs };
  const next = { up: lesser(estimate?.up, up, monotonicMs), down: lesser(estimate?.down, down, monotonicMs) };
  // Contradiction: the server's clock was set; keep the newest sample.
  return offsetAt(next, monotonicMs).bound < 0 ? { up, down } : next;
}

const gapOf = ({ date, monotonicMs }: Instant) => date - monotonicMs;

export interface Clock {
  /** Server time, epoch ms; the device's before any sample. */
  now(): number;
  /** Maximum error of `now()`, ms. */
  bound(): number;
  add(sample: Sample): void;
  /** Forgets its samples after sleep or a changed clock. */
  invalidate(): void;
  /** Changes with every useful sample. */
  estimate: ReadonlySignal<Estimate | undefined>;
}

export function createClock(environment: Pick<BrowserEnvironment, 'instant' | 'later'>): Clock {
  const estimate = signal<Estimate>();
  let gap = 0;
  /** Last known offset of the device's date, for after a sleep. */
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
      // The device slept during the request.
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
