// Lambda's environments in simulated time: how many there are, how long each is busy, and when there are no more to be had.
import { type Heap, heap } from './heap.ts';

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
  const ends = heap<void>();
  return {
    begin(at) {
      for (let end = ends.next(); end !== undefined && end <= at; end = ends.next()) {
        ends.take();
        working--;
      }
      if (working >= concurrency) return false;
      working++;
      return true;
    },
    end: (at) => ends.push(at),
  };
}

const WINDOW_MS = 10_000;

/** @param scaling how many environments a function may get in ten seconds; `coldStart` in ms */
export function pool({ coldStart, scaling }: { coldStart: number; scaling: number }): Pool {
  let account: Account;
  /** By when each is free again. */
  let free: Heap<void>;
  let made: { at: number; many: number };
  const here = {
    coldStarts: 0,
    begin(at: number): ReturnType<Pool['begin']> {
      const isWarm = (free.next() ?? Number.POSITIVE_INFINITY) <= at;
      if (at - made.at >= WINDOW_MS) made = { at, many: 0 };
      if (!isWarm && made.many >= scaling) return 'scaling';
      if (!account.begin(at)) return 'concurrency';
      if (isWarm) {
        free.take();
        return at;
      }
      made.many++;
      here.coldStarts++;
      return at + coldStart;
    },
    end(at: number) {
      account.end(at);
      free.push(at);
    },
    rest(its: Account) {
      account = its;
      free = heap();
      for (let i = 0; i < here.coldStarts; i++) free.push(0);
      made = { at: 0, many: 0 };
    },
  };
  return here;
}
