// Telling a room on AWS: a small one in line, a large one by an invocation for each shard.
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Announcement, Broadcaster } from '../ports/broadcaster.ts';
import type { Metrics } from './metrics.ts';

/** What one invocation of `announce` is asked to do. `at`: when the telling began, epoch ms. */
export interface ShardAnnouncement {
  room: string;
  shard: number;
  announcement: Announcement;
  at: number;
}

/** @returns hands a payload to Lambda's queue; an event there may come late or twice */
export function lambdaInvoker(functionName: string): (payload: string) => Promise<void> {
  const client = new LambdaClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 2000, throwOnRequestTimeout: true },
  });
  return async (payload) => {
    await client.send(new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload: payload }));
  };
}

/**
 * @param from rooms of more players than this are told by invocations: one function alone would take a second for a thousand phones
 * @param inLine tells a whole room by itself
 * @returns `undelivered` counts only what was told in line: an invocation reports to the metrics, not to the host
 */
export function shardBroadcaster({
  inLine,
  invoke,
  from,
  now,
  metrics,
}: {
  inLine: Broadcaster;
  invoke: (payload: string) => Promise<void>;
  from: number;
  now: () => number;
  metrics: Metrics;
}): Broadcaster {
  return {
    async broadcast(room, announcement) {
      const at = now();
      if (room.players <= from) {
        const told = await inLine.broadcast(room, announcement);
        metrics.add('BroadcastMs', now() - at);
        return told;
      }
      const tellings = Array.from(
        { length: room.shards },
        (_, shard): ShardAnnouncement => ({ room: room.id, shard, announcement, at }),
      );
      const handed = await Promise.allSettled(tellings.map((telling) => invoke(JSON.stringify(telling))));
      // Thrown when all others are on their way: the room then counts as not told, and the next look tells it again.
      const failed = handed.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      return { undelivered: 0 };
    },
  };
}
