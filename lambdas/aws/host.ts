// The function behind what the host says, and the players' nudge: it may speak to everybody.
import { inLine } from '../announce.ts';
import { host } from '../host.ts';
import { awsCrowd, invoker } from './crowd.ts';
import { atEdge, counting } from './edge.ts';
import { environment } from './environment.ts';
import { platform } from './platform.ts';
import { socketsAt } from './sockets.ts';

/** The host's page looks once a second: each look costs an invocation and the reading of the room's seats. */
const LOOK_IN_MS = 1000;
const DAY_MS = 86_400_000;

const env = environment('host', process.env);

export const handler = atEdge('host', (meter) => {
  const ports = platform(env.TABLE);
  const sockets = socketsAt(env.SOCKETS, { now: ports.now, meter });
  return host({
    ...ports,
    sockets,
    crowd: awsCrowd({
      inLine: inLine({ ...ports, sockets }),
      invoke: invoker(env.ANNOUNCE),
      from: Number(env.CROWD_FROM),
      now: ports.now,
      meter,
    }),
    heard: counting(meter),
    limits: {
      expectedPlayers: Number(env.EXPECTED_PLAYERS),
      retention: Number(env.RETENTION_DAYS) * DAY_MS,
      lookIn: LOOK_IN_MS,
    },
  });
});
