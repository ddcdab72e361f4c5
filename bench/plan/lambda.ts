// Lambda's environments in simulated time: how many there are, how long each is busy, and when there are no more to be had.
import FlatQueue from 'flatqueue';

/** Of all functions together so many may work at once; an environment that stands idle does not count. */
export interface Account {
  /** @returns whether one more may begin to work */
  begin(at: number): boolean;
  /** From then on it works no more. */
  end(at: number): void;
}

/** One function's environments. */
export interface Pool {
  /** Takes an environment. @returns when it begins to work (ms), or what throttles it */
  begin(at: number): number | 'concurrency' | 'scaling';
  /** From then on the environment is free for another. */
  end(at: number): void;
  /** A new part of the event, with a clock that begins at 0 and an account where nothing works. */
  rest(account: Account): void;
  readonly coldStarts: number;
}

export function lambdaAccount(concurrency: number): Account {
  let working = 0;
  /** By when each that works has ended; who it is does not matter. */
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

/** @param scaling how many environments a function may get in ten seconds; `coldStart` in ms */
export function pool({ coldStart, scaling }: { coldStart: number; scaling: number }): Pool {
  let account: Account;
  /** By when each is free again. */
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
