// Posts with the real SDK client over http: to the gateway's own `@connections`, and to a server that misbehaves.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { managementApiSockets } from '../../lambdas/aws/management-api.ts';
import { createMetrics } from '../../lambdas/aws/metrics.ts';
import { serveConnectionsApi } from '../../local/gateway/connections-api.ts';
import { createGateway } from '../../local/gateway/gateway.ts';

beforeAll(() => {
  process.env.AWS_REGION = 'local';
  process.env.AWS_ACCESS_KEY_ID = 'any';
  process.env.AWS_SECRET_ACCESS_KEY = 'any';
});

function sockets(endpoint: string) {
  const lines: Record<string, number>[] = [];
  const metrics = createMetrics({ now: Date.now, write: (line) => lines.push(JSON.parse(line)), everyMs: 0 });
  const figures = () => {
    metrics.flush();
    const { _aws, ...rest } = lines.at(-1) ?? {};
    return rest;
  };
  return { ...managementApiSockets(endpoint, { now: Date.now, random: () => 1, metrics }), figures };
}

/** Answers each post as `fate` says; keeps count of how many were under way at once, and of the tries for each connection. */
async function misbehaving(fate: (connection: string, tries: number, res: ServerResponse) => void) {
  const tries = new Map<string, number>();
  let now = 0;
  let most = 0;
  const server = createServer((req: IncomingMessage, res) => {
    const connection = decodeURIComponent(req.url!.split('/').at(-1)!);
    const nth = (tries.get(connection) ?? 0) + 1;
    tries.set(connection, nth);
    most = Math.max(most, ++now);
    res.on('close', () => now--);
    req.resume().on('end', () => fate(connection, nth, res));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}/socket`, tries, most: () => most };
}

test('a frame arrives byte for byte, the same to all or one for each; a closed connection is gone, and so is one that never was', async () => {
  const ids: string[] = [];
  const hello = async ({ requestContext }: { requestContext: { connectionId: string } }) => {
    ids.push(requestContext.connectionId);
    return { statusCode: 200 };
  };
  const gateway = createGateway({ routes: { $connect: { handler: hello, returnResponse: false } } });
  const server = createServer();
  gateway.attach(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const api = await serveConnectionsApi(gateway, { port: 0 });
  onTestFinished(async () => {
    await gateway.close();
    await api.close();
    server.close();
  });
  const heard: string[][] = [];
  for (let i = 0; i < 3; i++) {
    const socket = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}/socket`);
    heard.push([]);
    socket.on('message', (data) => heard[i]!.push(data.toString()));
    await once(socket, 'open');
    if (i === 2) {
      socket.close();
      await once(socket, 'close');
      await expect.poll(() => gateway.connections).toBe(2);
    }
  }
  const { sendAll, send, figures } = sockets(api.url);
  const [a, b, closed] = ids as [string, string, string];
  expect(await sendAll([a, b, closed], 'für alle 🦊')).toEqual({ gone: [closed], undelivered: 0 });
  expect(
    await send([
      { connection: b, frame: 'b' },
      { connection: 'never', frame: 'x' },
      { connection: a, frame: 'a' },
    ]),
  ).toEqual({
    gone: ['never'],
    undelivered: 0,
  });
  expect(heard).toEqual([['für alle 🦊', 'a'], ['für alle 🦊', 'b'], []]);
  expect(figures()).toEqual({ Posts: 6, PostsGone: 2 });
});

test('what is refused for the moment is said again, what never answers is given up, and nothing holds up the rest', {
  timeout: 20_000,
}, async () => {
  const { endpoint, tries } = await misbehaving((connection, nth, res) => {
    if (connection === 'hangs') return;
    if (connection === 'resets') return void res.destroy();
    const status = { throttled: nth < 3 ? 429 : 200, fails: 500, gone: 410 }[connection] ?? 200;
    res.writeHead(status).end();
  });
  const { sendAll, figures } = sockets(endpoint);
  const fine = Array.from({ length: 100 }, (_, i) => `phone-${i}`);
  const sent = await sendAll(['hangs', 'resets', 'throttled', 'fails', 'gone', ...fine], 'hello');
  expect(sent).toEqual({ gone: ['gone'], undelivered: 3 });
  expect([tries.get('throttled'), tries.get('gone'), ...fine.map((one) => tries.get(one))]).toEqual([3, 1, ...fine.map(() => 1)]);
  for (const one of ['hangs', 'resets', 'fails']) expect(tries.get(one)).toBeGreaterThan(1);
  expect(figures()).toEqual({ Posts: 105, PostsGone: 1, PostsMissed: 3 });
});

test('nobody is tried again after the instant until which it is worth it', async () => {
  const { endpoint, tries } = await misbehaving((_, __, res) => void res.writeHead(429).end());
  expect(await sockets(endpoint).sendAll(['a', 'b'], 'hello', Date.now())).toEqual({ gone: [], undelivered: 2 });
  expect(Object.fromEntries(tries)).toEqual({ a: 1, b: 1 });
});

test.each([
  [403, 'ForbiddenException'],
  [413, 'PayloadTooLargeException'],
])('a fault of ours, %i, is thrown when everybody else has been told, and is not tried again', async (status, name) => {
  const { endpoint, tries } = await misbehaving((connection, _, res) => {
    if (connection === 'faulty') res.writeHead(status, { 'x-amzn-ErrorType': name });
    res.end();
  });
  const { sendAll, figures } = sockets(endpoint);
  await expect(sendAll(['faulty', 'a', 'b'], 'hello')).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  expect(Object.fromEntries(tries)).toEqual({ faulty: 1, a: 1, b: 1 });
  expect(figures()).toEqual({ Posts: 3 });
});

test.each(['hang', 'are refused'])(
  'phones that %s hold up nobody: all others are told before they are given up',
  {
    timeout: 20_000,
  },
  async (ill) => {
    const began = Date.now();
    let last = 0;
    const { endpoint } = await misbehaving((connection, _, res) => {
      if (connection.startsWith('fine')) last = Date.now() - began;
      else if (ill === 'hang') return;
      res.writeHead(connection.startsWith('fine') ? 200 : 429).end();
    });
    const named = (name: string, many: number) => Array.from({ length: many }, (_, i) => `${name}-${i}`);
    const sent = await sockets(endpoint).sendAll([...named('ill', 60), ...named('fine', 200)], 'hello');
    expect(sent).toEqual({ gone: [], undelivered: 60 });
    // One round of time-outs at most (1.5 s), not the patience with them (3 s).
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThan(2500);
  },
);

test('at most fifty posts are under way at once, over all broadcasts; the others wait before their time-outs run', async () => {
  // The SDK's agent holds fifty sockets of its own, and a post that waited there for 1 s would time out: 300 of 250 ms take 1.5 s.
  const { endpoint, most } = await misbehaving((_, __, res) => void setTimeout(() => res.end(), 250));
  const { sendAll } = sockets(endpoint);
  const phones = Array.from({ length: 50 }, (_, i) => `phone-${i}`);
  const onlyOnce = Date.now();
  const sent = await Promise.all(Array.from({ length: 6 }, () => sendAll(phones, 'hello', onlyOnce)));
  expect(sent).toEqual(sent.map(() => ({ gone: [], undelivered: 0 })));
  expect(most()).toBe(50);
});
