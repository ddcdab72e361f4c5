// Waits until every player received something.

interface Receipts {
  came(number: number, at: number): void;
  all: Promise<ReadonlyMap<number, number>>;
}

/** @param patience time-out, ms */
export function receiptsOf(of: number, patience: number): Receipts {
  const ticks = new Map<number, number>();
  let finish = () => {};
  const all = new Promise<ReadonlyMap<number, number>>((resolve) => {
    const timer = setTimeout(() => resolve(ticks), patience);
    finish = () => {
      clearTimeout(timer);
      resolve(ticks);
    };
  });
  return {
    came(number, at) {
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
