import { tokenBucket } from '../gateway/token-bucket.ts';

/** Connections whose wrong guesses are remembered. */
const REMEMBERED = 10_000;

/** What one address may try in PINs. */
export interface PinTries {
  /**
   * Waits until one may be tried; false when this connection waits already.
   * Whoever has guessed wrong least goes first: a guesser slows others of its address, and shuts nobody out.
   */
  turn(connection: string): Promise<boolean>;
  /** Ends a try. One that was right costs nothing. */
  done(connection: string, wrong: boolean): void;
}

/** A try is counted before its PIN is looked up: those of one instant are counted too. */
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
