// One event in simulated time, under an account's limits: everybody joins, one question is told, answered and revealed.

import { type Bucket, tokenBucket } from '../../local/token-bucket.ts';
import { type Agenda, agenda } from './agenda.ts';
import { type Account, type Pool, pool } from './lambda.ts';
import type { Limits } from './limits.ts';
import { CLOCK_SAMPLES, OPERATIONS, STANDING_BYTES } from './operations.ts';

export interface Event {
  players: number;
  /** Over how long they come, s; 0: all at once. */
  arriving: number;
  /** Reading time of a question, s. */
  reading: number;
  /** When the first and the last of them answer, s after the opening; the same: all at one instant. */
  answering: readonly [number, number];
  shards: number;
  /** Rooms of more players are told by an invocation for each shard. */
  crowdFrom: number;
}

/** How many were through by when, ms. */
export type Curve = readonly number[];

export interface Simulated {
  joined: Curve;
  /** After the host's click. */
  heard: Curve;
  opens: number;
  /** After the opening. */
  acknowledged: Curve;
  /** From each tap to its acknowledgement, ms. */
  waited: Curve;
  /** After the reveal was due. */
  revealed: Curve;
  /** Whatever was refused, and when first, ms after the beginning of its part. */
  refused: Record<string, { times: number; first: number; part: string }>;
  environments: { player: number; connect: number; coldStarts: number };
}

/** The same numbers each time: a linear congruential generator (Numerical Recipes) is chance enough for arrivals and jitter. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The pages' own: full jitter up to a limit that doubles (web/backoff.ts). */
const pageBackoff = (random: number, tries: number) => random * Math.min(8000, 300 * 2 ** tries);
/** The sockets' own (lambdas/aws/sockets.ts). */
const postBackoff = (random: number, tries: number) => random * 50 * 2 ** tries;
/** Told in line or by a shard's function, the table's answer to a query comes besides, ms. */
const QUERY_MS = 15;
const IN_FLIGHT = 50;
const THROTTLED = {
  connections: 'new connections a second',
  concurrency: 'more functions at once than the account may have',
  scaling: 'more new functions in ten seconds than one may get',
};

export function simulate(event: Event, limits: Limits, seed = 1): Simulated {
  const random = chance(seed);
  const refused: Simulated['refused'] = {};
  let part = 'joining';
  const refuse = (what: string, at: number) => {
    const key = `${part}: ${what}`;
    refused[key] ??= { times: 0, first: at, part };
    refused[key].times++;
  };
  const account: Account = { used: 0, concurrency: limits.concurrency };
  const [players, connects] = [pool(account, limits), pool(account, limits)];
  const perShard = Math.ceil(event.players / event.shards);

  /** A part of the event with clocks and buckets of its own: they are full again when it begins. */
  interface Part {
    on: Agenda;
    requests: Bucket;
    connections: Bucket;
    names: Bucket;
    partitions: Bucket[];
  }
  const begin = (name: string): Part => {
    part = name;
    players.rest();
    connects.rest();
    const partition = () => tokenBucket(limits.partitionWrites, limits.partitionWrites);
    return {
      on: agenda(),
      requests: tokenBucket(limits.requests, limits.burst),
      connections: tokenBucket(limits.connections, limits.connections),
      names: partition(),
      partitions: Array.from({ length: event.shards }, partition),
    };
  };

  /** A frame from a page until its reply: through the throttle, a function and its writes; refused ones come again with jitter. */
  function frame(
    where: Part,
    at: number,
    writes: readonly [Bucket, number][],
    done: (at: number) => void,
    by: Pool = players,
    tries = 0,
  ): void {
    const again = (now: number) => frame(where, now + pageBackoff(random(), tries), writes, done, by, tries + 1);
    where.on.at(at, (now) => {
      if (!where.requests.take(now)) {
        refuse('frames over the account’s requests', now);
        return again(now);
      }
      const end = by.invoke(now, limits.warm);
      if (typeof end === 'string') {
        refuse(THROTTLED[end], now);
        return again(now);
      }
      for (const [partition, units] of writes) {
        for (let unit = 0; unit < units; unit++) {
          if (partition.take(now)) continue;
          refuse('writes over a partition of the table', now);
          return again(end);
        }
      }
      done(end);
    });
  }

  /** Posts of one function to so many phones: as fast as it can, some at once, those refused again until it is too late. */
  function posts(where: Part, at: number, many: number, until: number, heard: number[]): void {
    const post = (time: number, tries: number): void =>
      where.on.at(time, (now) => {
        if (where.requests.take(now)) return void heard.push(now);
        refuse('posts over the account’s requests', now);
        const wait = postBackoff(random(), tries);
        if (now + wait < until) post(now + wait, tries + 1);
        else refuse('phones not told in time: they ask by themselves', now);
      });
    for (let i = 0; i < many; i++) post(at + (i / limits.postsPerWorker) * 1000 + (i % IN_FLIGHT) * 0.1, 0);
  }
  /** Everybody is told, by one function or by one for each shard, which reads its seats first. */
  function tell(where: Part, at: number, until: number, heard: number[], cold: boolean): void {
    const reading = QUERY_MS + (perShard / 1000) * limits.reading;
    if (event.players <= event.crowdFrom) {
      posts(where, at + reading, event.players, until, heard);
      return;
    }
    for (let left = event.players; left > 0; left -= perShard) {
      const from = at + limits.invoking + (cold ? limits.coldStart : 0) + reading;
      posts(where, from, Math.min(perShard, left), until, heard);
    }
  }
  /** The host's function reads all seats before it moves the room. */
  const deciding = QUERY_MS + (event.players / 1000) * limits.reading;
  const sorted = (times: number[]): Curve => times.sort((a, b) => a - b);

  // Joining: a connection, the join, and some samples of the clock.
  const joining = begin('joining');
  const joined: number[] = [];
  for (let i = 0; i < event.players; i++) {
    const partition = joining.partitions[i % event.shards]!;
    const connect = (at: number, tries: number): void =>
      joining.on.at(at, (now) => {
        const open = joining.connections.take(now) ? connects.invoke(now, 5) : 'connections';
        if (typeof open === 'string') {
          refuse(THROTTLED[open], now);
          return connect(now + pageBackoff(random(), tries), tries + 1);
        }
        const { writes, indexWrites } = OPERATIONS.join;
        // The name lies in the room's own partition, the seat in its shard's.
        frame(
          joining,
          open,
          [
            [joining.names, 1],
            [partition, writes - 1 + indexWrites],
          ],
          (seated) => {
            joined.push(seated);
            for (let sample = 0; sample < CLOCK_SAMPLES; sample++) frame(joining, seated + sample * 200, [], () => {});
          },
        );
      });
    connect(random() * event.arriving * 1000, 0);
  }
  joining.on.play();

  // The first question: the announcing functions start cold.
  const asking = begin('question');
  const opens = Math.max(event.reading * 1000, 1000 + (event.players / 5000) * 1000) + deciding;
  const heard: number[] = [];
  tell(asking, deciding, opens, heard, true);
  asking.on.play();

  const answering = begin('answers');
  const [acknowledged, waited]: [number[], number[]] = [[], []];
  const [least, most] = event.answering;
  for (let i = 0; i < event.players; i++) {
    const tap = (least + random() * (most - least)) * 1000;
    frame(answering, tap, [[answering.partitions[i % event.shards]!, OPERATIONS.answer.writes]], (at) => {
      acknowledged.push(at);
      waited.push(at - tap);
    });
  }
  answering.on.play();

  const revealing = begin('reveal');
  const revealed: number[] = [];
  const saving = ((perShard * STANDING_BYTES) / 1024 / limits.partitionWrites) * 1000;
  tell(revealing, deciding + saving, Number.POSITIVE_INFINITY, revealed, false);
  revealing.on.play();

  const environments = { player: players.most, connect: connects.most, coldStarts: players.coldStarts + connects.coldStarts };
  return {
    joined: sorted(joined),
    heard: sorted(heard),
    opens,
    acknowledged: sorted(acknowledged),
    waited: sorted(waited),
    revealed: sorted(revealed),
    refused,
    environments,
  };
}
