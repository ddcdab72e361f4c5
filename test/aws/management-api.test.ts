// Posts with the real SDK client over http.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { managementApiSockets } from '../../lambdas/aws/management-api.ts';
import { createMetrics } from '../../lambdas/aws/metrics.ts';
import { serveConnectionsApi } from '../../local/gateway/connections-api.ts';
import { createGateway } from '../../local/gateway/gateway.ts';

const PATIENT = { timeout: 240_000, interval: 5 };

beforeAll(() => {
  process.env.AWS_REGION = 'local';
  process.env.AWS_ACCESS_KEY_ID = 'any';
  process.env.AWS_SECRET_ACCESS_KEY = 'any';
});

function testClock() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    later(ms: number, run: () => void) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    next() {
      const [first] = timers.toSorted((one, other) => one.at - other.at);
      if (!first) return;
      timers = timers.filter((one) => one !== first);
      now = first.at;
      first.run();
    },
    /** Fires timers, with time for the network, until done. */
    async until<T>(done: Promise<T>): Promise<T> {
      let ended = false;
      const end = () => {
        ended = true;
      };
      done.then(end, end);
      while (!ended) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        this.next();
      }
      return done;
    },
  };
}

function sockets(endpoint: string) {
  const lines: Record<string, number>[] = [];
  const clock = testClock();
  const metrics = createMetrics({ stack: 'Quizcast', now: clock.now, write: (line) => lines.push(JSON.parse(line)), everyMs: 0 });
  const figures = () => {
    metrics.flush();
    const { _aws, Stack: _stack, ...rest } = lines.at(-1) ?? {};
    return rest;
  };
  return { ...managementApiSockets(endpoint, { ...clock, random: () => 1, metrics }), clock, figures };
}

/** Answers as `respond` says; counts concurrent posts and retries. */
async function faultyEndpoint(respond: (connection: string, tries: number, res: ServerResponse) => void) {
  const tries = new Map<string, number>();
  let now = 0;
  let most = 0;
  const server = createServer((req: IncomingMessage, res) => {
    const connection = decodeURIComponent(req.url!.split('/').at(-1)!);
    const nth = (tries.get(connection) ?? 0) + 1;
    tries.set(connection, nth);
    most = Math.max(most, ++now);
    res.on('close', () => now--);
    req.resume().on('end', () => respond(connection, nth, res));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}/socket`, tries, most: () => most, underWay: () => now };
}

test('frames arrive byte for byte; closed and unknown connections are reported as gone', async () => {
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

test('throttled posts are retried, unanswered ones time out, and neither delays others', async () => {
  const { endpoint, tries, underWay } = await faultyEndpoint((connection, nth, res) => {
    if (connection === 'hangs') return;
    if (connection === 'resets') return void res.destroy();
    const status = { throttled: nth < 3 ? 429 : 200, fails: 500, gone: 410 }[connection] ?? 200;
    res.writeHead(status).end();
  });
  const { sendAll, clock, figures } = sockets(endpoint);
  const fine = Array.from({ length: 100 }, (_, i) => `phone-${i}`);
  const sending = sendAll(['hangs', 'resets', 'throttled', 'fails', 'gone', ...fine], 'hello');
  // All are posted before any time passes.
  await expect.poll(() => [tries.size, underWay()], PATIENT).toEqual([105, 1]);
  const sent = await clock.until(sending);
  expect(sent).toEqual({ gone: ['gone'], undelivered: 3 });
  expect([tries.get('throttled'), tries.get('gone'), ...fine.map((one) => tries.get(one))]).toEqual([3, 1, ...fine.map(() => 1)]);
  for (const one of ['hangs', 'resets', 'fails']) expect(tries.get(one)).toBeGreaterThan(1);
  expect(figures()).toEqual({ Posts: 105, PostsGone: 1, PostsMissed: 3 });
});

test('no post is retried after its deadline', async () => {
  const { endpoint, tries } = await faultyEndpoint((_, __, res) => void res.writeHead(429).end());
  expect(await sockets(endpoint).sendAll(['a', 'b'], 'hello', 0)).toEqual({ gone: [], undelivered: 2 });
  expect(Object.fromEntries(tries)).toEqual({ a: 1, b: 1 });
});

test('a connection that breaks on the way is tried again', async () => {
  const { endpoint, tries } = await faultyEndpoint((_, nth, res) => void (nth === 1 ? res.socket?.destroy() : res.end()));
  const now = () => performance.now();
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  };
  const metrics = createMetrics({ stack: 'Quizcast', now, write: () => {}, everyMs: 0 });
  const { sendAll } = managementApiSockets(endpoint, { now, later, metrics });
  expect(await sendAll(['a', 'b'], 'hello', now() + 200_000)).toEqual({ gone: [], undelivered: 0 });
  expect([...tries.values()].map((times) => times >= 2)).toEqual([true, true]);
});

test.each([
  [401, 'UnrecognizedClientException'],
  [403, 'ForbiddenException'],
  [413, 'PayloadTooLargeException'],
])('status %i is thrown after all other posts, and is not retried', async (status, name) => {
  const { endpoint, tries } = await faultyEndpoint((connection, _, res) => {
    if (connection === 'faulty') res.writeHead(status, { 'x-amzn-ErrorType': name });
    res.end();
  });
  const { sendAll, figures } = sockets(endpoint);
  await expect(sendAll(['faulty', 'a', 'b'], 'hello')).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
  expect(Object.fromEntries(tries)).toEqual({ faulty: 1, a: 1, b: 1 });
  expect(figures()).toEqual({ Posts: 3 });
});

test.each(['hang', 'are refused'])('phones that %s delay no other phone', async (failure) => {
  const told = new Set<string>();
  const { endpoint, underWay } = await faultyEndpoint((connection, _, res) => {
    if (connection.startsWith('fine')) told.add(connection);
    else if (failure === 'hang') return;
    res.writeHead(connection.startsWith('fine') ? 200 : 429).end();
  });
  const named = (name: string, many: number) => Array.from({ length: many }, (_, i) => `${name}-${i}`);
  const { sendAll, clock } = sockets(endpoint);
  const sending = sendAll([...named('failure', 60), ...named('fine', 200)], 'hello');
  if (failure === 'hang') {
    // All fifty places are taken until the time-outs (1.5 s).
    await expect.poll(underWay, PATIENT).toBe(50);
    for (let i = 0; i < 50; i++) clock.next();
    expect(clock.now()).toBe(1500);
  }
  await expect.poll(() => told.size, PATIENT).toBe(200);
  expect(clock.now()).toBeLessThanOrEqual(1500);
  expect(await clock.until(sending)).toEqual({ gone: [], undelivered: 60 });
});

test('at most fifty posts are concurrent across all broadcasts', async () => {
  const open: ServerResponse[] = [];
  const { endpoint, most } = await faultyEndpoint((_, __, res) => void open.push(res));
  const { sendAll, clock } = sockets(endpoint);
  const phones = Array.from({ length: 50 }, (_, i) => `phone-${i}`);
  const sending = Promise.all(Array.from({ length: 6 }, () => sendAll(phones, 'hello', 0)));
  for (let round = 0; round < 6; round++) {
    await expect.poll(() => open.length, PATIENT).toBe(50);
    for (const res of open.splice(0)) res.end();
  }
  const sent = await sending;
  expect(sent).toEqual(sent.map(() => ({ gone: [], undelivered: 0 })));
  expect([most(), clock.now()]).toEqual([50, 0]);
});
