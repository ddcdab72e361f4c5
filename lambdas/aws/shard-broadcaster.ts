import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Announcement, Broadcaster } from '../ports/broadcaster.ts';
import type { Metrics } from './metrics.ts';

/** `at`: start of the broadcast, epoch ms. */
export interface ShardAnnouncement {
  room: string;
  shard: number;
  announcement: Announcement;
  at: number;
}

/** The payload may arrive late or twice. */
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
 * @param from room size; one function posts 1,000 a second
 * @returns `undelivered` counts in-process posts only
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
    async broadcast(room, announcement, seats) {
      const at = now();
      if (room.players <= from) {
        const told = await inLine.broadcast(room, announcement, seats);
        metrics.add('BroadcastMs', now() - at);
        return told;
      }
      const tellings = Array.from(
        { length: room.shards },
        (_, shard): ShardAnnouncement => ({ room: room.id, shard, announcement, at }),
      );
      const handed = await Promise.allSettled(tellings.map((telling) => invoke(JSON.stringify(telling))));
      // Thrown after the others; the next look repeats it.
      const failed = handed.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
      return { undelivered: 0 };
    },
  };
}
