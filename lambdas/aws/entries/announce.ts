// Invoked asynchronously: may run late or twice.
import { broadcastToShard } from '../../room/broadcast.ts';
import { lambdaHandler } from '../lambda-handler.ts';
import { managementApiSockets } from '../management-api.ts';
import { later, runtimePorts } from '../runtime.ts';
import type { ShardAnnouncement } from '../shard-broadcaster.ts';

export const handler = lambdaHandler('announce', (env, metrics) => {
  const ports = runtimePorts(env.TABLE, metrics);
  const sockets = managementApiSockets(env.SOCKETS, { now: ports.now, later, metrics });
  return async ({ room, shard, announcement, at }: ShardAnnouncement) => {
    await broadcastToShard({ ...ports, sockets }, room, shard, announcement);
    metrics.add('BroadcastMs', ports.now() - at);
  };
});
