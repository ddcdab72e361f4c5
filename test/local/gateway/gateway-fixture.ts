// A gateway on a free port, clients, and functions that behave in every way.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketEvent, SocketHandler, SocketReply } from '../../../lambdas/api-gateway-event.ts';
import { createGateway, type GatewayOptions } from '../../../local/gateway/gateway.ts';
import type { Route } from '../../../local/gateway/route.ts';

export const ID = /^[A-Za-z0-9_-]{15}=$/;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A gateway on a free port of 127.0.0.1, and the faults that it reports. */
export async function start(routes: Record<string, Route>, options: Omit<GatewayOptions, 'routes'> = {}) {
  const faults: [message: string, requestId: string][] = [];
  const onFault = (error: unknown, requestId: string) => void faults.push([(error as Error).message, requestId]);
  const gateway = createGateway({ routes, onFault, ...options });
  const server = createServer((req, res) => {
    if (!gateway.handleHttp(req, res)) res.writeHead(404).end();
  });
  gateway.attach(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  stops.push(async () => {
    await gateway.close();
    await new Promise((done) => server.close(done));
  });
  const { port } = server.address() as AddressInfo;
  return { gateway, port, faults, url: `ws://127.0.0.1:${port}/socket` };
}

/** An open client, its frames, and how it ended. */
export async function dial(url: string, protocols: string[] = [], headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, protocols, { headers });
  const frames: string[] = [];
  socket.on('message', (data) => frames.push(data.toString()));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: reason.toString() }));
  await once(socket, 'open');
  const received = (count: number) => until(() => frames.length >= count).then(() => frames);
  return { socket, frames, received, closed };
}

/** The status with which a handshake is refused. */
export async function refusal(url: string): Promise<number> {
  const socket = new WebSocket(url);
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  return response.statusCode;
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}

export const oneWay = (handler: SocketHandler): Route => ({ handler, returnResponse: false });
export const twoWay = (handler: SocketHandler): Route => ({ handler, returnResponse: true });
export const ok = oneWay(async () => ({ statusCode: 200 }));
export const echo = twoWay(async ({ body }) => ({ statusCode: 200, body: body! }));
export const fails = async (): Promise<SocketReply> => {
  throw new Error('broken');
};
export const never = () => new Promise<SocketReply>(() => {});
/** A reply that does not keep to its type. */
export const gives = (reply: unknown) => async () => reply as SocketReply;

/** A route that records copies of its events. */
export function recorder(reply: SocketReply = { statusCode: 200 }) {
  const events: SocketEvent[] = [];
  const route = twoWay(async (event) => {
    events.push(JSON.parse(JSON.stringify(event)));
    return reply;
  });
  return { events, route };
}

/** The status of a plain request: whatever was sent to clients before has been sent by then. */
export function plain(port: number, path: string): Promise<number> {
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path }, (res) => resolve(res.resume().statusCode!)).end();
  });
}

/** Handlers that wait at it until it is opened. */
export function createGate() {
  const opened = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const before =
    (handler: SocketHandler): SocketHandler =>
    async (event) => {
      reached.resolve();
      await opened.promise;
      return handler(event);
    };
  return { before, reached: reached.promise, open: () => opened.resolve() };
}
