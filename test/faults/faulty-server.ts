// A server whose parts fail as planned.

import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebSocket } from 'ws';
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
import { steadyNow } from '../../local/steady-now.ts';
import { memoryConnector } from '../support/memory-line.ts';
import { noMedia } from '../support/no-media.ts';
import { putSample } from '../support/samples.ts';
import type { FaultPlan } from './fault-plan.ts';
import { faultyDisconnect, faultySockets, faultyStore } from './faulty-ports.ts';

interface FaultyServer {
  port: number;
  key: string;
  /** In memory; undefined if the server listens. */
  open?: (url: string) => WebSocket;
  close(): Promise<void>;
}

export const SHARDS = 3;

interface FaultyServerOptions {
  quiz: Quiz;
  plan: FaultPlan;
  /** A store without faults, for setup. */
  faultless: Store;
  /** The handlers' store; `faultless` by default. */
  store?: Store;
  /** Connections in memory instead of TCP. */
  inMemory?: boolean;
}

export async function startFaultyServer({
  quiz,
  plan,
  faultless,
  store = faultless,
  inMemory = false,
}: FaultyServerOptions): Promise<FaultyServer> {
  const random = (bytes: number) => Uint8Array.from({ length: bytes }, () => plan.chance('server') * 256);
  const key = Buffer.from(random(16)).toString('base64url');
  await faultless.invite(hash('sha256', key, 'base64url'));
  await putSample(faultless, 'quiz', quiz);
  const sockets = faultySockets(
    localSockets((connection, frame) => gateway.post(connection, frame)),
    plan,
  );
  const now = steadyNow;
  const faulty = faultyStore(store, plan);
  const ports: HostPorts = {
    store: faulty,
    sockets,
    media: noMedia,
    broadcaster: inProcessBroadcaster({ store: faulty, sockets, now }),
    now,
    random,
    hash: (text) => hash('sha256', text, 'base64url'),
    limits: { expectedPlayers: SHARDS * 1000, retention: 86_400_000, lookIn: 250 },
  };
  const left = disconnectHandler(ports);
  const leaving: Route['handler'] = (event) => faultyDisconnect(() => left(event), plan);
  const twoWay = (handler: Route['handler']): Route => ({ handler, returnResponse: true });
  const [players, hosts] = [twoWay(playerHandler(ports)), twoWay(hostHandler(ports))];
  const gateway: Gateway = createGateway({
    routes: {
      $disconnect: { handler: leaving, returnResponse: false },
      ...Object.fromEntries(Object.keys(ACTIONS.host).map((action) => [action, hosts])),
      ...Object.fromEntries(Object.keys(ACTIONS.player).map((action) => [action, players])),
      $default: players,
    },
    now,
    // Faults are expected; clients get the gateway's error frame.
    onFault: () => {},
  });
  const server = createServer((req, res) => gateway.handleHttp(req, res) || res.writeHead(404).end());
  gateway.attach(server);
  if (!inMemory) await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: inMemory ? 80 : (server.address() as AddressInfo).port,
    key,
    ...(inMemory && { open: memoryConnector(server) }),
    async close() {
      await gateway.close();
      if (!inMemory) server.close();
    },
  };
}
