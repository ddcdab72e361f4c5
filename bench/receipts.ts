// Waits until every player received something.

interface Receipts {
  received(number: number, at: number): void;
  all: Promise<ReadonlyMap<number, number>>;
}

/** Collects receipts of `of` players until the time-out. */
export function receiptsOf(of: number, timeoutMs: number): Receipts {
  const ticks = new Map<number, number>();
  let finish = () => {};
  const all = new Promise<ReadonlyMap<number, number>>((resolve) => {
    const timer = setTimeout(() => resolve(ticks), timeoutMs);
    finish = () => {
      clearTimeout(timer);
      resolve(ticks);
    };
  });
  return {
    received(number, at) {
      if (ticks.has(number)) return;
      ticks.set(number, at);
      if (ticks.size === of) finish();
    },
    all,
  };
}

/** Runs tasks concurrently; returns the rate a second. */
export async function atRate<T>(all: readonly T[], atOnce: number, one: (it: T) => Promise<void>): Promise<number> {
  const started = performance.now();
  const left = all.values();
  const hand = async () => {
    for (const it of left) await one(it);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return (1000 * all.length) / (performance.now() - started);
}
