// The function that tells one shard of a large room; invoked asynchronously, so it may come twice or late.
import { announceShard } from '../announce.ts';
import type { Telling } from './crowd.ts';
import { atEdge } from './edge.ts';
import { environment } from './environment.ts';
import { platform } from './platform.ts';
import { socketsAt } from './sockets.ts';

const env = environment('announce', process.env);

export const handler = atEdge('announce', (meter) => {
  const ports = platform(env.TABLE);
  const sockets = socketsAt(env.SOCKETS, { now: ports.now, meter });
  return async ({ room, shard, announcement, at }: Telling) => {
    await announceShard({ ...ports, sockets }, room, shard, announcement);
    meter.add('BroadcastMs', ports.now() - at);
  };
});
