// The function that tells one shard of a large room; invoked asynchronously, so it may come twice or late.
import { announceShard } from '../announce.ts';
import { tellingFrom } from './crowd.ts';
import { atEdge } from './edge.ts';
import { environment } from './environment.ts';
import { platform } from './platform.ts';
import { socketsAt } from './sockets.ts';

const env = environment('announce', process.env);

export const handler = atEdge('announce', (meter) => {
  const ports = platform(env.TABLE);
  const sockets = socketsAt(env.SOCKETS, ports.now, meter);
  return async (event: unknown) => {
    const { room, shard, announcement, at } = tellingFrom(event);
    await announceShard({ ...ports, sockets }, room, shard, announcement);
    meter.add('BroadcastMs', ports.now() - at);
  };
});
