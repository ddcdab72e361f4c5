// Percentiles and medians.

/** Nearest-rank percentile; share is 0 to 1. NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** NaN for no values. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length ? (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2 : Number.NaN;
}

/** Delays of many players, ms. */
export interface Spread {
  first: number;
  median: number;
  p95: number;
  last: number;
}

/** @param from same clock as the instants */
export function spreadOf(instants: readonly number[], from: number): Spread {
  const waits = instants.map((at) => at - from);
  return {
    first: percentile(waits, 0),
    median: median(waits),
    p95: percentile(waits, 0.95),
    last: percentile(waits, 1),
  };
}
