// Lambda's environments in simulated time: how many there are, how long each is busy, and when there are no more to be had.

export interface Pool {
  /** Begins an invocation. @returns when it will be done (ms), or what throttles it */
  invoke(at: number, ms: number): number | 'concurrency' | 'scaling';
  /** A new part of the event, with a clock that begins at 0: whatever there is stands idle. */
  rest(): void;
  readonly most: number;
  readonly coldStarts: number;
}

/** Of all functions together there are at most `concurrency`. */
export interface Account {
  used: number;
  concurrency: number;
}

export function pool(account: Account, { coldStart, scaling }: { coldStart: number; scaling: number }): Pool {
  /** When each environment is free again; a list that stays sorted enough: the freest is looked for from the front. */
  const free: number[] = [];
  let made: { at: number; many: number } = { at: 0, many: 0 };
  const here = {
    most: 0,
    coldStarts: 0,
    invoke(at: number, ms: number): ReturnType<Pool['invoke']> {
      const idle = free.findIndex((time) => time <= at);
      if (idle >= 0) {
        free.splice(idle, 1);
        free.push(at + ms);
        return at + ms;
      }
      if (at - made.at >= 10_000) made = { at, many: 0 };
      if (account.used >= account.concurrency) return 'concurrency';
      if (made.many >= scaling) return 'scaling';
      account.used++;
      made.many++;
      here.coldStarts++;
      free.push(at + coldStart + ms);
      here.most = Math.max(here.most, free.length);
      return at + coldStart + ms;
    },
    rest() {
      free.fill(0);
      made = { at: 0, many: 0 };
    },
  };
  return here;
}
