// Lambda's environments in simulated time: how many there are, how long each is busy, and when there are no more to be had.

export interface Pool {
  /** Begins an invocation. @returns when it will be done (ms), or undefined when it is throttled */
  invoke(at: number, ms: number): number | undefined;
  readonly most: number;
  readonly coldStarts: number;
  readonly throttled: number;
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
    throttled: 0,
    invoke(at: number, ms: number) {
      const idle = free.findIndex((time) => time <= at);
      if (idle >= 0) {
        free.splice(idle, 1);
        free.push(at + ms);
        return at + ms;
      }
      if (at - made.at >= 10_000) made = { at, many: 0 };
      if (account.used >= account.concurrency || made.many >= scaling) {
        here.throttled++;
        return undefined;
      }
      account.used++;
      made.many++;
      here.coldStarts++;
      free.push(at + coldStart + ms);
      here.most = Math.max(here.most, free.length);
      return at + coldStart + ms;
    },
  };
  return here;
}
