// Table and post load of room operations.
import type { Work } from './capacity.ts';
import type { AccountLimits } from './limits.ts';
import { SEAT_BYTES } from './operations.ts';
import { IN_FLIGHT, type Part, type Phones } from './traffic.ts';

/** Latency of one table request, ms. */
const QUERY_MS = 15;
/** Post retry limit, ms (lambdas/aws/management-api.ts). */
const POST_RETRY_MS = 3000;
/** One read unit, bytes. */
const READ_BYTES = 4096;
const WRITES_A_PART = 4;

export interface PlannedRoom {
  players: number;
  shards: number;
  crowdFrom: number;
}

interface ShardBroadcast {
  to: Phones;
  /** Deadline, ms; default: the post retry limit. */
  until?: number;
  cold?: boolean;
}

export function roomOf({ players, shards, crowdFrom }: PlannedRoom, limits: AccountLimits) {
  const seatsOf = (shard: number) => Math.floor((players + shards - 1 - shard) / shards);
  const all = Array.from({ length: shards }, (_, shard) => shard);
  const query = (shard: number, bytes: number, share = 1): Work => ({
    on: shard,
    reads: Math.ceil((seatsOf(shard) * share * bytes) / READ_BYTES),
  });
  const partsOf = (shard: number, bytes: number) => Math.ceil((seatsOf(shard) * bytes) / READ_BYTES);
  const reading = (seats: number) => QUERY_MS + (seats / 1000) * limits.reading;

  return {
    /** Reads all seats strongly; retries until done. */
    decide(part: Part, at: number, decided: (at: number) => void): void {
      let left = shards;
      for (const shard of all)
        part.work(
          at,
          [query(shard, SEAT_BYTES)],
          (now) => {
            if (--left === 0) decided(now + reading(players));
          },
          Number.POSITIVE_INFINITY,
        );
    },
    /** Reads eventually consistent (half units); never retried. */
    look(part: Part, at: number, share: number, then: (at: number) => void = () => {}): void {
      const halves = all.map((shard) => query(shard, SEAT_BYTES / 2, share));
      part.work(at, [{ on: 'room', reads: 1 }, ...halves], (now, isDone) => isDone && then(now + reading(players * share)));
    },
    /** Writes so many bytes for each seat. */
    keep(part: Part, at: number, bytes: number, kept: (at: number) => void): void {
      const puts = all.flatMap((shard) => Array.from({ length: partsOf(shard, bytes) }, () => shard));
      let left = puts.length;
      for (const [i, shard] of puts.entries())
        part.work(
          at + Math.floor(i / IN_FLIGHT) * QUERY_MS,
          [{ on: shard, writes: WRITES_A_PART }],
          (now) => {
            if (--left === 0) kept(now + QUERY_MS);
          },
          Number.POSITIVE_INFINITY,
        );
    },
    tell(part: Part, at: number, { to, until, cold }: ShardBroadcast): void {
      const inLine = players <= crowdFrom;
      const begins = inLine ? at : at + limits.invoking + (cold ? limits.coldStart : 0);
      for (const shard of all) {
        const seats = seatsOf(shard);
        part.work(begins, [{ on: 'room', reads: 1 }, query(shard, SEAT_BYTES)], (now, isDone) => {
          const from = now + reading(seats);
          if (isDone) part.post(from, seats, until ?? from + POST_RETRY_MS, to);
          else for (let i = 0; i < seats; i++) to.missed(now);
        });
      }
    },
  };
}
