/** The server's clock by samples of it (PROTOCOL 5). All in milliseconds. */
export interface ServerClock {
  /** A request's own instants, and those of its reply. */
  sample(sent: number, t1: number, t2: number, received: number): void;
  /** How far {@link now} may be off; infinite without a sample. */
  bound(): number;
  now(): number;
}

/** @param ownNow a clock that does not jump */
export function serverClock(ownNow: () => number): ServerClock {
  let most = Infinity;
  let least = -Infinity;
  return {
    sample(sent, t1, t2, received) {
      most = Math.min(most, t1 - sent);
      least = Math.max(least, t2 - received);
      if (most >= least) return;
      // The server's clock was set: what was known of it is void.
      most = t1 - sent;
      least = t2 - received;
    },
    bound: () => (most - least) / 2,
    now: () => ownNow() + (most + least) / 2,
  };
}
