// Waiting for something to have come to everybody.

interface Receipts {
  /** One more has it, at a tick; only the first time counts. */
  came(number: number, at: number): void;
  /** The ticks at which it came, by player, when all have it or patience has ended. */
  all: Promise<ReadonlyMap<number, number>>;
}

/** @param patience ms after which the missing ones are given up */
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

/** Does something to each, so many at once; returns how many a second. */
export async function atRate<T>(all: readonly T[], atOnce: number, one: (it: T) => Promise<void>): Promise<number> {
  const started = performance.now();
  const left = all.values();
  const hand = async () => {
    for (const it of left) await one(it);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  return (1000 * all.length) / (performance.now() - started);
}
