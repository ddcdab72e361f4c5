// Lambda environments and concurrency in simulated time.
import FlatQueue from 'flatqueue';

export interface Account {
  /** @returns whether the limit allows one more */
  begin(at: number): boolean;
  end(at: number): void;
}

export interface Pool {
  /** @returns the start, ms, or the limit that refused */
  begin(at: number): number | 'concurrency' | 'scaling';
  end(at: number): void;
  /** Restarts the clock; environments stay warm. */
  rest(account: Account): void;
  readonly coldStarts: number;
}

export function lambdaAccount(concurrency: number): Account {
  let working = 0;
  const ends = new FlatQueue();
  return {
    begin(at) {
      for (let end = ends.peekValue(); end !== undefined && end <= at; end = ends.peekValue()) {
        ends.pop();
        working--;
      }
      if (working >= concurrency) return false;
      working++;
      return true;
    },
    end: (at) => ends.push(0, at),
  };
}

const WINDOW_MS = 10_000;

/** @param scaling new environments per 10 s; `coldStart` in ms */
export function pool({ coldStart, scaling }: { coldStart: number; scaling: number }): Pool {
  let account: Account;
  let free: FlatQueue;
  let made: { at: number; many: number };
  const here = {
    coldStarts: 0,
    begin(at: number): ReturnType<Pool['begin']> {
      const isWarm = (free.peekValue() ?? Number.POSITIVE_INFINITY) <= at;
      if (at - made.at >= WINDOW_MS) made = { at, many: 0 };
      if (!isWarm && made.many >= scaling) return 'scaling';
      if (!account.begin(at)) return 'concurrency';
      if (isWarm) {
        free.pop();
        return at;
      }
      made.many++;
      here.coldStarts++;
      return at + coldStart;
    },
    end(at: number) {
      account.end(at);
      free.push(0, at);
    },
    rest(its: Account) {
      account = its;
      free = new FlatQueue();
      for (let i = 0; i < here.coldStarts; i++) free.push(0, 0);
      made = { at: 0, many: 0 };
    },
  };
  return here;
}
