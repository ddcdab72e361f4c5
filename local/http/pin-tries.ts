import { tokenBucket } from '../gateway/token-bucket.ts';

const REMEMBERED = 10_000;

export interface PinTries {
  /**
   * The fewest wrong guesses go first; a guesser shuts nobody out.
   * @returns false when this connection waits already
   */
  turn(connection: string): Promise<boolean>;
  /** A right guess costs nothing. */
  done(connection: string, wrong: boolean): void;
}

/** Counts before the look-up: concurrent tries count too. */
export function pinTries(perMinute: number, now: () => number): PinTries {
  const bucket = tokenBucket(perMinute / 60, perMinute);
  const wrongOf = new Map<string, number>();
  const waiting = new Map<string, () => void>();
  let timer: NodeJS.Timeout | undefined;

  function next(): void {
    while (waiting.size > 0 && bucket.take(now())) {
      const wrong = (connection: string) => wrongOf.get(connection) ?? 0;
      const first = [...waiting.keys()].reduce((a, b) => (wrong(b) < wrong(a) ? b : a));
      const go = waiting.get(first);
      waiting.delete(first);
      go?.();
    }
    if (waiting.size === 0 || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      next();
    }, 60_000 / perMinute).unref();
  }

  return {
    async turn(connection) {
      if (waiting.size === 0 && bucket.take(now())) return true;
      if (waiting.has(connection)) return false;
      await new Promise<void>((go) => {
        waiting.set(connection, go);
        next();
      });
      return true;
    },
    done(connection, wrong) {
      if (!wrong) bucket.giveBack();
      else {
        if (wrongOf.size > REMEMBERED) wrongOf.clear();
        wrongOf.set(connection, (wrongOf.get(connection) ?? 0) + 1);
      }
      next();
    },
  };
}
