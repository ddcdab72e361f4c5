import { expect, test } from 'vitest';
import { createMetrics } from '../../lambdas/aws/metrics.ts';
import { shardBroadcaster } from '../../lambdas/aws/shard-broadcaster.ts';
import type { Announcement, Broadcaster } from '../../lambdas/ports/broadcaster.ts';
import { roomOf } from '../contracts/store.ts';

const VIEW: Announcement = { kind: 'view', version: 7 };

/** Records broadcasts; invoking `broken` shards fails. */
function broadcasterOf(broken: number[] = []) {
  const payloads: unknown[] = [];
  const inLine: Broadcaster = {
    async broadcast(room, announcement) {
      payloads.push({ inLine: room.id, announcement });
      return { undelivered: 2 };
    },
  };
  const broadcaster = shardBroadcaster({
    inLine,
    async invoke(payload) {
      const telling = JSON.parse(payload);
      if (broken.includes(telling.shard)) throw new Error(`shard ${telling.shard} is throttled`);
      payloads.push(telling);
    },
    from: 250,
    now: () => 5000,
    metrics: createMetrics({ stack: 'Quizcast', now: () => 5000, write: () => {} }),
  });
  return { broadcaster, payloads };
}

test('a room up to the threshold is broadcast in process', async () => {
  const { broadcaster, payloads } = broadcasterOf();
  const room = roomOf({ players: 250, shards: 10 });
  expect(await broadcaster.broadcast(room, VIEW)).toEqual({ undelivered: 2 });
  expect(payloads).toEqual([{ inLine: room.id, announcement: VIEW }]);
});

test('a larger room is broadcast by one invocation per shard', async () => {
  const { broadcaster, payloads } = broadcasterOf();
  const room = roomOf({ players: 251, shards: 3 });
  expect(await broadcaster.broadcast(room, VIEW)).toEqual({ undelivered: 0 });
  expect(payloads).toEqual([0, 1, 2].map((shard) => ({ room: room.id, shard, announcement: VIEW, at: 5000 })));
});

test('a failed invocation delays no other shard, and the version stays unannounced', async () => {
  const { broadcaster, payloads } = broadcasterOf([1]);
  const room = roomOf({ players: 3000, shards: 4 });
  await expect(broadcaster.broadcast(room, VIEW)).rejects.toThrow('shard 1 is throttled');
  expect(payloads).toMatchObject([{ shard: 0 }, { shard: 2 }, { shard: 3 }]);
});
