// A server whose parts fail as the weather has it: the gateway says "gone" and "slow" of what is neither, `$disconnect` is missing,
// late or double, and the store throws before and after its work.
import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ACTIONS } from '../../game/messages.ts';
import type { Quiz } from '../../game/quiz.ts';
import { inLine } from '../../lambdas/announce.ts';
import { disconnect } from '../../lambdas/disconnect.ts';
import { host } from '../../lambdas/host.ts';
import { player } from '../../lambdas/player.ts';
import type { HostPorts, Store } from '../../lambdas/ports.ts';
import { createGateway, type Gateway, type Route } from '../../local/gateway.ts';
import { localSockets } from '../../local/sockets.ts';
import type { Weather } from './weather.ts';

export interface House {
  port: number;
  key: string;
  close(): Promise<void>;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A store some of whose verbs throw, before they did anything or after they did it, or take their time. */
function troubled(store: Store, { store: drawn, delay }: Weather): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) => {
      const verb = target[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        const fault = drawn();
        if (fault === 'late') await pause(delay() / 3);
        if (fault === 'before') throw new Error(`${name} failed before it did anything`);
        const result = await verb.apply(target, args);
        if (fault === 'after') throw new Error(`${name} failed when it was done`);
        return result;
      };
    },
  });
}

/**
 * @param calm a store without troubles, to prepare the evening with
 * @param store the one that the handlers have; its verbs fail besides
 */
export async function openHouse(calm: Store, quiz: Quiz, weather: Weather, store = calm): Promise<House> {
  const key = randomBytes(16).toString('base64url');
  await calm.invite(hash('sha256', key, 'base64url'));
  await calm.shelve('quiz', quiz);
  const sockets = localSockets((connection, frame) => {
    const fault = weather.post();
    if (fault === 'gone' || fault === 'slow') return fault;
    return gateway.post(connection, frame);
  });
  const now = Date.now;
  const ill = troubled(store, weather);
  const ports: HostPorts = {
    store: ill,
    sockets,
    crowd: inLine({ store: ill, sockets, now }),
    now,
    random: (bytes) => randomBytes(bytes),
    hash: (text) => hash('sha256', text, 'base64url'),
    limits: { expectedPlayers: 3000, retention: 86_400_000, lookIn: 250 },
  };
  const left = disconnect(ports);
  const leaving: Route['handler'] = async (event) => {
    const fault = weather.disconnect();
    if (fault === 'missing') return { statusCode: 200 };
    if (fault === 'late') await pause(weather.delay() * 3);
    if (fault === 'doubled') await left(event);
    return left(event);
  };
  const twoWay = (handler: Route['handler']): Route => ({ handler, returnResponse: true });
  const [players, hosts] = [twoWay(player(ports)), twoWay(host(ports))];
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
