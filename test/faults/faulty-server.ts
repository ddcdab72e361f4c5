// A server whose parts fail as the weather has it.
import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { ACTIONS } from '../../game/wire/client-messages.ts';
import { disconnectHandler } from '../../lambdas/handlers/disconnect.ts';
import { hostHandler } from '../../lambdas/handlers/host.ts';
import { playerHandler } from '../../lambdas/handlers/player.ts';
import type { HostPorts, Store } from '../../lambdas/ports/ports.ts';
import { inProcessBroadcaster } from '../../lambdas/room/broadcast.ts';
import { createGateway, type Gateway } from '../../local/gateway/gateway.ts';
import type { Route } from '../../local/gateway/route.ts';
import { localSockets } from '../../local/sockets.ts';
import type { FaultPlan } from './fault-plan.ts';
import { faultyDisconnect, faultySockets, faultyStore } from './faulty-ports.ts';

export interface FaultyServer {
  port: number;
  key: string;
  close(): Promise<void>;
}

/** Of each room. */
export const SHARDS = 3;

/**
 * @param calm a store without troubles, to prepare the evening with
 * @param store the one that the handlers have; its verbs fail besides
 */
export async function startFaultyServer(calm: Store, quiz: Quiz, weather: FaultPlan, store = calm): Promise<FaultyServer> {
  const key = randomBytes(16).toString('base64url');
  await calm.invite(hash('sha256', key, 'base64url'));
  await calm.putQuiz('quiz', quiz);
  const sockets = faultySockets(
    localSockets((connection, frame) => gateway.post(connection, frame)),
    weather,
  );
  const now = Date.now;
  const ill = faultyStore(store, weather);
  const ports: HostPorts = {
    store: ill,
    sockets,
    broadcaster: inProcessBroadcaster({ store: ill, sockets, now }),
    now,
    random: (bytes) => randomBytes(bytes),
    hash: (text) => hash('sha256', text, 'base64url'),
    limits: { expectedPlayers: SHARDS * 1000, retention: 86_400_000, lookIn: 250 },
  };
  const left = disconnectHandler(ports);
  const leaving: Route['handler'] = (event) => faultyDisconnect(() => left(event), weather);
  const twoWay = (handler: Route['handler']): Route => ({ handler, returnResponse: true });
  const [players, hosts] = [twoWay(playerHandler(ports)), twoWay(hostHandler(ports))];
  const gateway: Gateway = createGateway({
    routes: {
      $disconnect: { handler: leaving, returnResponse: false },
      ...Object.fromEntries(Object.keys(ACTIONS.host).map((action) => [action, hosts])),
      ...Object.fromEntries(Object.keys(ACTIONS.player).map((action) => [action, players])),
      $default: players,
    },
    // Faults are what this is about: the pages get API Gateway's frame for them, and say it again.
    onFault: () => {},
  });
  const server = createServer((req, res) => gateway.handleHttp(req, res) || res.writeHead(404).end());
  gateway.attach(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    key,
    async close() {
      await gateway.close();
      server.close();
    },
  };
}
