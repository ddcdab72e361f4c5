// What the functions do for a whole room: read its seats, keep its standings, tell everybody.
import type { Work } from './capacity.ts';
import type { AccountLimits } from './limits.ts';
import { SEAT_BYTES, STANDING_BYTES } from './operations.ts';
import { IN_FLIGHT, type Part, type Phones } from './traffic.ts';

/** The table's own time for one request, which comes to the function's own, ms. */
const QUERY_MS = 15;
/** Posts that nothing else ends are made again for so long (lambdas/aws/management-api.ts), ms. */
const PATIENCE_MS = 3000;
/** A read unit and a write unit, bytes; standings are kept in parts that one strong read can hold. */
const READ_BYTES = 4096;
const WRITES_A_PART = 4;

export interface PlannedRoom {
  players: number;
  shards: number;
  /** Rooms of more players are told by an invocation for each shard. */
  crowdFrom: number;
}

interface ShardBroadcast {
  to: Phones;
  /** Until when it is worth telling, ms; otherwise as long as the sockets are patient. */
  until?: number;
  /** The announcing functions start cold. */
  cold?: boolean;
  /** Each phone is told how it stands, which is read besides. */
  standings?: boolean;
}

export function roomOf({ players, shards, crowdFrom }: PlannedRoom, limits: AccountLimits) {
  const seatsOf = (shard: number) => Math.floor((players + shards - 1 - shard) / shards);
  const all = Array.from({ length: shards }, (_, shard) => shard);
  /** @param share of the seats that are there by then */
  const query = (shard: number, bytes: number, share = 1): Work => ({
    on: shard,
    reads: Math.ceil((seatsOf(shard) * share * bytes) / READ_BYTES),
  });
  const partsOf = (shard: number) => Math.ceil((seatsOf(shard) * STANDING_BYTES) / READ_BYTES);
  const reading = (seats: number) => QUERY_MS + (seats / 1000) * limits.reading;

  return {
    /** The host's function reads all seats, strongly, before it moves the room; a move that fails is made again. */
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
    /** The host's page looks: the room, and all seats as they are eventually, for half the units; a look that fails is the next one's. */
    look(part: Part, at: number, share: number, then: (at: number) => void = () => {}): void {
      const halves = all.map((shard) => query(shard, SEAT_BYTES / 2, share));
      part.work(at, [{ on: 'room', reads: 1 }, ...halves], (now, isDone) => isDone && then(now + reading(players * share)));
    },
    /** Everybody's standing is kept, before they are told to look for it; some requests at once. */
    keep(part: Part, at: number, kept: (at: number) => void): void {
      const puts = all.flatMap((shard) => Array.from({ length: partsOf(shard) }, () => shard));
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
    /** Everybody is told, by one function or by one for each shard, each of which reads the room and its seats first. */
    tell(part: Part, at: number, { to, until, cold, standings }: ShardBroadcast): void {
      const inLine = players <= crowdFrom;
      const begins = inLine ? at : at + limits.invoking + (cold ? limits.coldStart : 0);
      for (const shard of all) {
        const seats = seatsOf(shard);
        const bytes = SEAT_BYTES + (standings ? STANDING_BYTES : 0);
        part.work(begins, [{ on: 'room', reads: 1 }, query(shard, bytes)], (now, isDone) => {
          const from = now + reading(seats);
          if (isDone) part.post(from, seats, until ?? from + PATIENCE_MS, to);
          else for (let i = 0; i < seats; i++) to.missed(now);
        });
      }
    },
  };
}
