import { refusal } from '../../../game/refusals.ts';
import { isUnwanted } from '../../../game/seats/word-filter.ts';
import { hostHandler } from '../../handlers/host.ts';
import { inProcessBroadcaster } from '../../room/broadcast.ts';
import { lambdaHandler, replyMetrics } from '../lambda-handler.ts';
import { managementApiSockets } from '../management-api.ts';
import { later, runtimePorts } from '../runtime.ts';
import { lambdaInvoker, shardBroadcaster } from '../shard-broadcaster.ts';

/** Each look costs an invocation and reads seats, ms. */
const LOOK_IN_MS = 1000;
const DAY_MS = 86_400_000;

export const handler = lambdaHandler('host', (env, metrics) => {
  const ports = runtimePorts(env.TABLE, metrics);
  const sockets = managementApiSockets(env.SOCKETS, { now: ports.now, later, metrics });
  return hostHandler({
    ...ports,
    sockets,
    media: { ticket: async () => refusal('mediaFull'), keep: async (_, files) => [...files] },
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
