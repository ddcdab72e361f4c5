import { isUnwanted } from '../../../game/seats/word-filter.ts';
import { hostHandler } from '../../handlers/host.ts';
import { inProcessBroadcaster } from '../../room/broadcast.ts';
import { dynamoItems } from '../dynamodb/items.ts';
import { lambdaHandler, replyMetrics } from '../lambda-handler.ts';
import { managementApiSockets } from '../management-api.ts';
import { later, runtimePorts, tableClient } from '../runtime.ts';
import { bucketMedia } from '../s3/bucket-media.ts';
import { lambdaInvoker, shardBroadcaster } from '../shard-broadcaster.ts';

/** Each look costs an invocation and reads seats, ms. */
const LOOK_IN_MS = 1000;
const DAY_MS = 86_400_000;

export const handler = lambdaHandler('host', (env, metrics) => {
  const client = tableClient(metrics);
  const ports = runtimePorts(env.TABLE, metrics, client);
  const sockets = managementApiSockets(env.SOCKETS, { now: ports.now, later, metrics });
  return hostHandler({
    ...ports,
    sockets,
    media: bucketMedia({ bucket: env.MEDIA, items: dynamoItems(client, env.TABLE), library: ports.store, now: ports.now }),
    broadcaster: shardBroadcaster({
      inLine: inProcessBroadcaster({ ...ports, sockets }),
      invoke: lambdaInvoker(env.ANNOUNCE),
      from: Number(env.CROWD_FROM),
      now: ports.now,
      metrics,
    }),
    onReply: replyMetrics(metrics),
    ...(env.ANY_NAMES !== 'true' && { isUnwanted }),
    limits: {
      expectedPlayers: Number(env.EXPECTED_PLAYERS),
      retention: Number(env.RETENTION_DAYS) * DAY_MS,
      lookIn: LOOK_IN_MS,
    },
  });
});
