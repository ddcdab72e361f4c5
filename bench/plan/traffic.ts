// Connections, frames and posts under the limits, with retries.
import { type Bucket, tokenBucket } from '../../local/gateway/token-bucket.ts';
import { backoff } from '../../web/connection/backoff.ts';
import { type Table, table, type Work } from './capacity.ts';
import { type EventQueue, eventQueue } from './event-queue.ts';
import { lambdaAccount, pool } from './lambda.ts';
import type { AccountLimits } from './limits.ts';
import { type PartName, type RefusalName, refusals } from './refusals.ts';

/** Post retry, ms (lambdas/aws/management-api.ts). */
const postBackoff = (random: number, tries: number) => random * 50 * 2 ** tries;
/** SDK retry, ms; attempts as in lambdas/aws/runtime.ts. */
const tableBackoff = (random: number, tries: number) => random * Math.min(20_000, 500 * 2 ** tries);
const TABLE_TRIES = 4;
export const IN_FLIGHT = 50;
/** Duration of `$connect`, ms. */
const CONNECT_MS = 5;

export interface Phones {
  heard(at: number): void;
  missed(at: number): void;
}

/** One phase of the event; clock and buckets start fresh. */
export interface Part {
  on: EventQueue;
  connect(at: number, open: (at: number) => void): void;
  /** Sends a client frame, and retries until its reply. */
  frame(at: number, work: readonly Work[], done: (at: number) => void): void;
  /** Table work with `tries` attempts, by default as the SDK. */
  work(at: number, work: readonly Work[], then: (at: number, isDone: boolean) => void, tries?: number): void;
  post(at: number, many: number, until: number, to: Phones): void;
  note(what: RefusalName, at: number): void;
}

export function traffic(limits: AccountLimits, shards: number, random: () => number) {
  const refused = refusals();
  const pools = { players: pool(limits), connects: pool(limits) };

  function begin(name: PartName): Part {
    const on = eventQueue();
    const requests: Bucket = tokenBucket(
      Math.min(limits.requests, limits.stage),
      Math.min(limits.burst, Math.ceil(limits.stage / 2)),
    );
    const connections: Bucket = tokenBucket(limits.connections, limits.connections);
    const stored: Table = table(shards, limits);
    const account = lambdaAccount(limits.concurrency);
    for (const one of Object.values(pools)) one.rest(account);
    const note = (what: RefusalName, at: number) => refused.note(what, name, at);

    function connect(at: number, open: (at: number) => void, tries = 0): void {
      on.at(at, (now) => {
        const begins = connections.take(now) ? pools.connects.begin(now) : 'connections';
        if (typeof begins === 'string') {
          note(begins, now);
          return connect(now + backoff(random(), tries), open, tries + 1);
        }
        pools.connects.end(begins + CONNECT_MS);
        open(begins + CONNECT_MS);
      });
    }

    function work(at: number, units: readonly Work[], then: (at: number, isDone: boolean) => void, most = TABLE_TRIES): void {
      const attempt = (time: number, tries: number): void =>
        on.at(time, (now) => {
          const refusal = stored.spend(now, units);
          if (!refusal) return then(now, true);
          note(refusal, now);
          if (tries === most) return then(now, false);
          attempt(now + tableBackoff(random(), tries - 1), tries + 1);
        });
      attempt(at, 1);
    }

    function frame(at: number, units: readonly Work[], done: (at: number) => void, tries = 0): void {
      const again = (now: number) => frame(now + backoff(random(), tries), units, done, tries + 1);
      on.at(at, (now) => {
        const begins = requests.take(now) ? pools.players.begin(now) : 'frames';
        if (typeof begins === 'string') {
          note(begins, now);
          return again(now);
        }
        const finish = (then: number, isDone: boolean) => {
          const end = then + limits.warm;
          pools.players.end(end);
          if (isDone) done(end);
          else again(end);
        };
        if (units.length) work(begins, units, finish);
        else finish(begins, true);
      });
    }

    function post(at: number, many: number, until: number, { heard, missed }: Phones): void {
      const attempt = (time: number, tries: number): void =>
        on.at(time, (now) => {
          if (requests.take(now)) return heard(now);
          note('posts', now);
          const wait = postBackoff(random(), tries);
          if (now + wait < until) return attempt(now + wait, tries + 1);
          missed(now);
        });
      for (let i = 0; i < many; i++) attempt(at + (i / limits.postsPerWorker) * 1000 + (i % IN_FLIGHT) * 0.1, 0);
    }

    return { on, connect, frame, work, post, note };
  }

  return {
    begin,
    refused: refused.all,
    coldStarts: () => pools.players.coldStarts + pools.connects.coldStarts,
  };
}
