// The imitation of API Gateway against what is documented, or was captured, of the real one.
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketEvent, SocketHandler, SocketReply } from '../../lambdas/api-gateway-event.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../../local/gateway/gateway.ts';
import type { Route } from '../../local/gateway/route.ts';

const ID = /^[A-Za-z0-9_-]{15}=$/;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** A gateway on a free port of 127.0.0.1, and the faults that it reports. */
async function start(routes: Record<string, Route>, options: Omit<GatewayOptions, 'routes'> = {}) {
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

/** An open client, the frames that it has received, and how it ended. */
async function dial(url: string, protocols: string[] = [], headers: Record<string, string> = {}) {
  const socket = new WebSocket(url, protocols, { headers });
  const frames: string[] = [];
  socket.on('message', (data) => frames.push(data.toString()));
  const closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: reason.toString() }));
  await once(socket, 'open');
  const received = (count: number) => until(() => frames.length >= count).then(() => frames);
  return { socket, frames, received, closed };
}

/** The status with which a handshake is refused. */
async function refusal(url: string): Promise<number> {
  const socket = new WebSocket(url);
  socket.on('error', () => {});
  const [, response] = await once(socket, 'unexpected-response');
  response.resume();
  return response.statusCode;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(2);
}

const oneWay = (handler: SocketHandler): Route => ({ handler, returnResponse: false });
const twoWay = (handler: SocketHandler): Route => ({ handler, returnResponse: true });
const ok = oneWay(async () => ({ statusCode: 200 }));
const echo = twoWay(async ({ body }) => ({ statusCode: 200, body: body! }));
const fails = async (): Promise<SocketReply> => {
  throw new Error('broken');
};
const never = () => new Promise<SocketReply>(() => {});
/** What a function gives that does not keep to its type. */
const gives = (reply: unknown) => async () => reply as SocketReply;

/** A route that keeps its events, as JSON so that later changes to them do not show. */
function recorder(reply: SocketReply = { statusCode: 200 }) {
  const events: SocketEvent[] = [];
  const route = twoWay(async (event) => {
    events.push(JSON.parse(JSON.stringify(event)));
    return reply;
  });
  return { events, route };
}

function plain(port: number, path: string): Promise<number> {
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1', path }, (res) => resolve(res.resume().statusCode!)).end();
  });
}

describe('the address', () => {
  test('a socket opens on the path of the stage, with or without a query, and on no other: 403', async () => {
    const { port } = await start({});
    await dial(`ws://127.0.0.1:${port}/socket`);
    await dial(`ws://127.0.0.1:${port}/socket?g=ABCD`);
    const others = ['/', '/socket/', '/socket/more', '/prod'].map((path) => refusal(`ws://127.0.0.1:${port}${path}`));
    expect(await Promise.all(others)).toEqual([403, 403, 403, 403]);
  });

  test('a plain request to the path of the stage is answered 426; other paths are left to others', async () => {
    const { port } = await start({});
    expect([await plain(port, '/socket'), await plain(port, '/socket?g=1'), await plain(port, '/other')]).toEqual([
      426, 426, 404,
    ]);
  });
});

describe('$connect', () => {
  test('the handshake waits until the handler has returned', async () => {
    const story: string[] = [];
    const slow = oneWay(async () => {
      await sleep(30);
      story.push('$connect has returned');
      return { statusCode: 200 };
    });
    const { url } = await start({ $connect: slow });
    await dial(url);
    story.push('open');
    expect(story).toEqual(['$connect has returned', 'open']);
  });

  test('without a $connect route everyone is let in', async () => {
    const { url, gateway } = await start({ $default: echo });
    await dial(url);
    expect(gateway.connections).toBe(1);
  });

  test.each([200, 201, 299])('%i opens the socket', async (statusCode) => {
    const { url } = await start({ $connect: oneWay(async () => ({ statusCode })) });
    const { socket } = await dial(url);
    expect(socket.readyState).toBe(WebSocket.OPEN);
  });

  test.each([301, 401, 403, 501])('%i refuses the handshake with that same status', async (statusCode) => {
    const { url, gateway } = await start({ $connect: oneWay(async () => ({ statusCode, body: 'why' })) });
    expect(await refusal(url)).toBe(statusCode);
    expect(gateway.connections).toBe(0);
  });

  test('a throw, or a reply that is none, refuses with 502, and a time-out with 504', async () => {
    const of = async (handler: SocketHandler) => {
      const { url, faults } = await start({ $connect: oneWay(handler) }, { limits: { timeoutMs: 20 } });
      return [await refusal(url), faults.map(([message]) => message)];
    };
    expect(await of(fails)).toEqual([502, ['broken']]);
    expect(await of(gives(undefined))).toEqual([502, ['malformed reply']]);
    expect(await of(gives({ statusCode: 700 }))).toEqual([502, []]);
    expect(await of(never)).toEqual([504, ['no reply within 20 ms']]);
  });

  test('of the reply only the subprotocol reaches the client, and only the one that the reply names', async () => {
    const reply = { statusCode: 200, body: 'hello', headers: { 'sec-websocket-protocol': 'b', 'Set-Cookie': 'a=1' } };
    const { url } = await start({ $connect: oneWay(gives(reply)), $default: echo });
    const socket = new WebSocket(url, ['a', 'b']);
    const [[response]] = await Promise.all([once(socket, 'upgrade'), once(socket, 'open')]);
    expect(Object.keys(response.headers)).toEqual(['upgrade', 'connection', 'sec-websocket-accept', 'sec-websocket-protocol']);
    expect(socket.protocol).toBe('b');
  });

  test('a client whose subprotocol is not echoed fails the connection itself', async () => {
    const { url } = await start({ $connect: ok });
    const [error] = await once(new WebSocket(url, ['a']), 'error');
    expect(error.message).toBe('Server sent no subprotocol');
  });

  test('a connection does not exist until $connect has returned: posting to it meanwhile finds it gone', async () => {
    const found: unknown[] = [];
    const look = oneWay(async ({ requestContext: { connectionId } }) => {
      found.push(gateway.post(connectionId, 'too soon'), gateway.get(connectionId), gateway.disconnect(connectionId));
      setTimeout(() => found.push(gateway.post(connectionId, 'now')), 20);
      return { statusCode: 200 };
    });
    const { url, gateway } = await start({ $connect: look });
    const { received } = await dial(url);
    expect(await received(1)).toEqual(['now']);
    expect(found).toEqual(['gone', undefined, false, 'sent']);
  });

  test('a handshake that is not well formed never reaches the handler', async () => {
    const { events, route } = recorder();
    const { port } = await start({ $connect: route });
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'short' };
    const [response] = await once(request({ port, host: '127.0.0.1', path: '/socket', headers }).end(), 'response');
    response.resume();
    expect([response.statusCode, events]).toEqual([400, []]);
  });

  test('a client that hangs up while $connect runs, and is let in, is reported to $disconnect', async () => {
    const { events, route } = recorder();
    const slow = oneWay(async () => {
      socket.terminate();
      await sleep(30);
      return { statusCode: 200 };
    });
    const { url, gateway } = await start({ $connect: slow, $disconnect: route });
    const socket = new WebSocket(url);
    socket.on('error', () => {});
    await until(() => events.length > 0);
    expect(events[0]!.requestContext).toMatchObject({ eventType: 'DISCONNECT', disconnectStatusCode: 1006 });
    expect(gateway.connections).toBe(0);
  });
});

describe('events', () => {
  const at = Date.UTC(2025, 2, 6, 0, 46, 22, 316);

  test('CONNECT carries headers as the client cased them, the query and the context, and nothing else', async () => {
    const { events, route } = recorder();
    const { url, port } = await start({ $connect: route }, { now: () => at });
    await dial(`${url}?g=AB%20CD&t=1&t=2`, [], {
      oRigin: 'https://quiz.example',
      'User-Agent': 'phone',
      'x-forwarded-for': '192.0.2.7',
    });
    const event = events[0] as unknown as Record<string, Record<string, string>>;
    const { connectionId, requestId } = events[0]!.requestContext;
    const headers = {
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': expect.stringMatching(/^.{22}==$/),
      oRigin: 'https://quiz.example',
      'User-Agent': 'phone',
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
      Host: `127.0.0.1:${port}`,
      'X-Amzn-Trace-Id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'X-Forwarded-For': '192.0.2.7, 127.0.0.1',
      'X-Forwarded-Port': String(port),
      'X-Forwarded-Proto': 'http',
    };
    expect(event).toEqual({
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      queryStringParameters: { g: 'AB CD', t: '2' },
      multiValueQueryStringParameters: { g: ['AB CD'], t: ['1', '2'] },
      requestContext: {
        routeKey: '$connect',
        eventType: 'CONNECT',
        extendedRequestId: requestId,
        requestTime: '06/Mar/2025:00:46:22 +0000',
        messageDirection: 'IN',
        stage: 'socket',
        connectedAt: at,
        requestTimeEpoch: at,
        identity: { userAgent: 'phone', sourceIp: '127.0.0.1' },
        requestId: expect.stringMatching(ID),
        domainName: `127.0.0.1:${port}`,
        connectionId: expect.stringMatching(ID),
        apiId: 'local',
      },
      isBase64Encoded: false,
    });
    expect(requestId).not.toBe(connectionId);
  });

  test('without a query the query members are absent', async () => {
    const { events, route } = recorder();
    const { url } = await start({ $connect: route });
    await dial(url);
    expect(Object.keys(events[0]!)).toEqual(['headers', 'multiValueHeaders', 'requestContext', 'isBase64Encoded']);
  });

  test('MESSAGE carries the body and its own ids, and neither headers nor query', async () => {
    const { events, route } = recorder({ statusCode: 200, body: 'ok' });
    let clock = at;
    const { url, port } = await start({ answer: route }, { now: () => clock });
    const { socket, received } = await dial(`${url}?g=ABCD`, [], { 'User-Agent': 'phone' });
    clock += 7_000;
    socket.send('{"action":"answer"}');
    await received(1);
    const { connectionId, requestId } = events[0]!.requestContext;
    expect(events).toEqual([
      {
        requestContext: {
          routeKey: 'answer',
          messageId: expect.stringMatching(ID),
          eventType: 'MESSAGE',
          extendedRequestId: requestId,
          requestTime: '06/Mar/2025:00:46:29 +0000',
          messageDirection: 'IN',
          stage: 'socket',
          connectedAt: at,
          requestTimeEpoch: at + 7_000,
          identity: { userAgent: 'phone', sourceIp: '127.0.0.1' },
          requestId: expect.stringMatching(ID),
          domainName: `127.0.0.1:${port}`,
          connectionId,
          apiId: 'local',
        },
        body: '{"action":"answer"}',
        isBase64Encoded: false,
      },
    ]);
  });

  test('DISCONNECT carries the code and reason, and four headers that are not those of the client', async () => {
    const { events, route } = recorder();
    const { url, port } = await start({ $disconnect: route }, { now: () => at });
    const { socket } = await dial(url);
    socket.close(3000, 'bye');
    await until(() => events.length > 0);
    expect(events).toEqual([
      {
        headers: { Host: `127.0.0.1:${port}`, 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
        multiValueHeaders: { Host: [`127.0.0.1:${port}`], 'x-api-key': [''], 'X-Forwarded-For': [''], 'x-restapi': [''] },
        requestContext: {
          routeKey: '$disconnect',
          disconnectStatusCode: 3000,
          eventType: 'DISCONNECT',
          extendedRequestId: events[0]!.requestContext.requestId,
          requestTime: '06/Mar/2025:00:46:22 +0000',
          messageDirection: 'IN',
          disconnectReason: 'bye',
          stage: 'socket',
          connectedAt: at,
          requestTimeEpoch: at,
          identity: { sourceIp: '127.0.0.1' },
          requestId: expect.stringMatching(ID),
          domainName: `127.0.0.1:${port}`,
          connectionId: expect.stringMatching(ID),
          apiId: 'local',
        },
        isBase64Encoded: false,
      },
    ]);
  });

  test('the connection keeps its id; every event has new ones for request and message', async () => {
    const { events, route } = recorder({ statusCode: 200, body: 'ok' });
    const { url } = await start({ $connect: route, $disconnect: route, $default: route });
    const { socket, received } = await dial(url);
    for (let i = 0; i < 3; i++) socket.send('x');
    await received(3);
    socket.close();
    await until(() => events.length === 5);
    const contexts = events.map((event) => event.requestContext as SocketEvent['requestContext'] & { messageId?: string });
    expect(new Set(contexts.map(({ connectionId }) => connectionId)).size).toBe(1);
    const ids = contexts.flatMap(({ requestId, messageId, connectionId }) => [requestId, messageId ?? connectionId]);
    expect(new Set(ids).size).toBe(5 + 3 + 1);
  });

  test('an event belongs to its invocation: a handler that changes it changes nothing for the next', async () => {
    const { events, route } = recorder({ statusCode: 200, body: 'ok' });
    const spoil = twoWay(async (event) => {
      const reply = await route.handler(event);
      const context = event.requestContext as unknown as Record<string, unknown>;
      (context.identity as Record<string, unknown>).sourceIp = 'spoilt';
      for (const key of Object.keys(context)) context[key] = 'spoilt';
      return reply;
    });
    const { url } = await start({ $connect: spoil, $default: spoil });
    const { socket, received } = await dial(url);
    socket.send('x');
    await received(1);
    socket.send('x');
    await received(2);
    expect(JSON.stringify(events)).not.toContain('spoilt');
  });

  test('frames that arrive together are stamped together, however long the first handlers take', async () => {
    let clock = at;
    const stamps: number[] = [];
    const busy = twoWay(async ({ requestContext }) => {
      stamps.push(requestContext.requestTimeEpoch);
      clock += 1_000;
      return { statusCode: 200, body: 'done' };
    });
    const { url } = await start({ $default: busy }, { now: () => clock });
    const clients = [await dial(url), await dial(url), await dial(url)];
    for (const { socket } of clients) {
      socket.send('one');
      socket.send('two');
    }
    for (const { received } of clients) await received(2);
    expect(stamps).toEqual(Array(6).fill(at));
  });
});

describe('frames from a client', () => {
  const KB = 1024;

  test('binary is refused with 1003', async () => {
    const { events, route } = recorder();
    const { url } = await start({ $default: route });
    const { socket, closed } = await dial(url);
    socket.send(Buffer.from('{}'));
    socket.send('after');
    expect(await closed).toEqual({ code: 1003, reason: '' });
    expect(events).toEqual([]);
  });

  test('a text frame may have 32 KB, and one byte more closes with 1009', async () => {
    const { url } = await start({ $default: twoWay(async ({ body }) => ({ statusCode: 200, body: String(body!.length) })) });
    const { socket, received, closed } = await dial(url);
    socket.send('x'.repeat(32 * KB));
    expect(await received(1)).toEqual([String(32 * KB)]);
    socket.send('x'.repeat(32 * KB + 1));
    expect(await closed).toEqual({ code: 1009, reason: '' });
  });

  test('a message may have 128 KB in several frames, and one byte more closes with 1009', async () => {
    const { url } = await start({ $default: twoWay(async ({ body }) => ({ statusCode: 200, body: String(body!.length) })) });
    const { socket, received, closed } = await dial(url);
    const frame = 'x'.repeat(32 * KB);
    for (const fin of [false, false, false, true]) socket.send(frame, { fin });
    expect(await received(1)).toEqual([String(128 * KB)]);
    for (const fin of [false, false, false, false]) socket.send(frame, { fin });
    socket.send('x', { fin: true });
    expect(await closed).toEqual({ code: 1009, reason: '' });
  });

  test.each([0, 1, 2])('each frame of a message is measured: frame %i of three is too large, 1009', async (large) => {
    const { url } = await start({ $default: echo });
    const { socket, closed } = await dial(url);
    for (const i of [0, 1, 2]) socket.send('x'.repeat(i === large ? 33 * KB : 1), { fin: i === 2 });
    expect(await closed).toEqual({ code: 1009, reason: '' });
  });

  test('text that is not UTF-8 closes with 1007', async () => {
    const { url } = await start({ $default: echo });
    const { socket, closed } = await dial(url);
    socket.send(Buffer.from([0xff, 0xfe]), { binary: false });
    expect(await closed).toEqual({ code: 1007, reason: '' });
  });

  test('compression is offered by every browser, and not taken up', async () => {
    const { url } = await start({});
    const { socket } = await dial(url);
    expect(socket.extensions).toBe('');
  });
});

describe('routes', () => {
  const key = twoWay(async ({ requestContext }) => ({ statusCode: 200, body: requestContext.routeKey }));
  const routes = { $connect: ok, $disconnect: ok, $default: key, join: key, 5: key, true: key, '["a"]': key };

  test.each([
    ['{"action":"join"}', 'join'],
    ['{"action":5}', '5'],
    ['{"action":true}', 'true'],
    ['{"action":["a"]}', '["a"]'],
    ['{"action":"unknown"}', '$default'],
    ['{"action":null}', '$default'],
    ['{"action":""}', '$default'],
    ['{"kind":"join"}', '$default'],
    ['{"action":"$connect"}', '$default'],
    ['{"action":"$disconnect"}', '$default'],
    ['{"action":"$default"}', '$default'],
    ['{"action":"toString"}', '$default'],
    ['{"action":"__proto__"}', '$default'],
    ['not json', '$default'],
    ['"join"', '$default'],
    ['null', '$default'],
    ['', '$default'],
  ])('%s goes to %s', async (body, routeKey) => {
    const { url } = await start(routes);
    const { socket, received } = await dial(url);
    socket.send(body);
    expect(await received(1)).toEqual([routeKey]);
  });

  test('with no route for it a message is answered Forbidden, and the connection stays open', async () => {
    const ids: string[] = [];
    const hello = oneWay(async ({ requestContext }) => {
      ids.push(requestContext.connectionId);
      return { statusCode: 200 };
    });
    const { url } = await start({ $connect: hello, join: echo });
    const { socket, received } = await dial(url);
    socket.send('{"action":"leave"}');
    const [frame] = await received(1);
    expect(frame).toMatch(/^\{"message": "Forbidden", "connectionId":"[^"]{16}", "requestId":"[\w-]{15}="\}$/);
    expect(JSON.parse(frame!).connectionId).toBe(ids[0]);
    socket.send('{"action":"join"}');
    expect(await received(2)).toEqual([frame, '{"action":"join"}']);
  });

  test.each([200, 404, 501])('a one-way route sends the caller nothing, whatever it returns (%i)', async (statusCode) => {
    const { url } = await start({ quiet: oneWay(async () => ({ statusCode, body: 'unheard' })), $default: echo });
    const { socket, received } = await dial(url);
    socket.send('{"action":"quiet"}');
    await sleep(20);
    socket.send('next');
    expect(await received(1)).toEqual(['next']);
  });

  test.each([200, 404, 501])('a two-way route sends the body, whatever the status (%i)', async (statusCode) => {
    const { url } = await start({ $default: twoWay(async () => ({ statusCode, body: 'heard' })) });
    const { socket, received } = await dial(url);
    socket.send('x');
    expect(await received(1)).toEqual(['heard']);
  });

  test('a two-way route without a body sends nothing', async () => {
    const { url } = await start({
      none: twoWay(async () => ({ statusCode: 200 })),
      empty: twoWay(gives({ statusCode: 200, body: '' })),
      $default: echo,
    });
    const { socket, received } = await dial(url);
    socket.send('{"action":"none"}');
    socket.send('{"action":"empty"}');
    await sleep(20);
    socket.send('next');
    expect(await received(1)).toEqual(['next']);
  });

  test('messages of one connection run at once, and may finish in either order', async () => {
    const slowFirst = twoWay(async ({ body }) => {
      if (body === 'first') await sleep(40);
      return { statusCode: 200, body: body! };
    });
    const { url } = await start({ $default: slowFirst });
    const { socket, received } = await dial(url);
    socket.send('first');
    socket.send('second');
    expect(await received(2)).toEqual(['second', 'first']);
  });
});

describe('a function in trouble', () => {
  const frame = (message: string, { connectionId, requestId }: SocketEvent['requestContext']) =>
    `{"message": "${message}", "connectionId":"${connectionId}", "requestId":"${requestId}"}`;

  /** The one frame that a caller gets, the context of the event, and the faults reported. */
  async function trouble(route: Route) {
    const { events, route: record } = recorder();
    const handler: SocketHandler = async (event) => {
      await record.handler(event);
      return route.handler(event);
    };
    const { url, faults } = await start({ x: { ...route, handler }, $default: echo }, { limits: { timeoutMs: 30 } });
    const { socket, received } = await dial(url);
    socket.send('{"action":"x"}');
    const [first] = await received(1);
    socket.send('still open');
    await received(2);
    return { first, context: events[0]!.requestContext, faults };
  }

  test.each([
    ['throws', fails],
    ['throws before it awaits anything', (() => JSON.parse('')) as SocketHandler],
    ['returns nothing', gives(undefined)],
    ['returns null', gives(null)],
    ['returns a string', gives('ok')],
    ['returns no status', gives({ body: 'ok' })],
    ['returns a body that is no string', gives({ statusCode: 200, body: { a: 1 } })],
    ['returns a null body', gives({ statusCode: 200, body: null })],
    ['returns a foreign key', gives({ statusCode: 200, body: 'ok', type: 'ack' })],
  ])('one that %s has its caller told of an internal server error, one-way or two-way', async (_, handler) => {
    for (const route of [oneWay(handler), twoWay(handler)]) {
      const { first, context, faults } = await trouble(route);
      expect(first).toBe(frame('Internal server error', context));
      expect(faults).toEqual([[expect.any(String), context.requestId]]);
    }
  });

  test('one that takes too long has its caller told, one-way or two-way', async () => {
    for (const route of [oneWay(never), twoWay(never)]) {
      const { first, context, faults } = await trouble(route);
      expect(first).toBe(frame('Endpoint request timed out', context));
      expect(faults).toEqual([['no reply within 30 ms', context.requestId]]);
    }
  });

  test('what a function does after its time is up is lost, a throw as well', async () => {
    const late = (handler: SocketHandler) => twoWay((event) => sleep(40).then(() => handler(event)));
    const { url, faults } = await start(
      { reply: late(echo.handler), fail: late(fails), $default: echo },
      { limits: { timeoutMs: 10 } },
    );
    const { socket, frames, received } = await dial(url);
    socket.send('{"action":"reply"}');
    socket.send('{"action":"fail"}');
    await received(2);
    await sleep(60);
    expect(frames.map((frame) => JSON.parse(frame).message)).toEqual([
      'Endpoint request timed out',
      'Endpoint request timed out',
    ]);
    expect(faults.length).toBe(2);
  });

  test('the keys that a proxy reply may have are no trouble, nor is one that is undefined', async () => {
    const reply = { statusCode: 200, headers: {}, multiValueHeaders: {}, isBase64Encoded: false, body: 'fine', more: undefined };
    const { url } = await start({ $default: twoWay(gives(reply)) });
    const { socket, received } = await dial(url);
    socket.send('x');
    expect(await received(1)).toEqual(['fine']);
  });
});

describe('posting', () => {
  /** A gateway with one client on it. */
  async function pair(options: Omit<GatewayOptions, 'routes'> = {}) {
    const { events, route } = recorder();
    const { gateway, url } = await start({ $connect: route }, options);
    const client = await dial(url, [], { 'User-Agent': 'phone' });
    return { gateway, client, id: events[0]!.requestContext.connectionId };
  }

  test('text and bytes arrive as text frames', async () => {
    const { gateway, client, id } = await pair();
    const kinds: boolean[] = [];
    client.socket.on('message', (_, isBinary) => kinds.push(isBinary));
    expect([gateway.post(id, 'é'), gateway.post(id, Buffer.from('ü'))]).toEqual(['sent', 'sent']);
    expect(await client.received(2)).toEqual(['é', 'ü']);
    expect(kinds).toEqual([false, false]);
  });

  test('a message may have 128 KB, counted in bytes', async () => {
    const { gateway, client, id } = await pair();
    expect([gateway.post(id, 'é'.repeat(64 * 1024)), gateway.post(id, `${'é'.repeat(64 * 1024)}x`)]).toEqual([
      'sent',
      'too large',
    ]);
    await client.received(1);
  });

  test('an unknown connection is gone, and one that has left', async () => {
    const { gateway, client, id } = await pair();
    client.socket.close();
    await client.closed;
    await until(() => gateway.connections === 0);
    const nobody = 'AAAAAAAAAAAAAAA=';
    expect([gateway.post(id, 'x'), gateway.get(id), gateway.disconnect(id)]).toEqual(['gone', undefined, false]);
    expect([gateway.post(nobody, 'x'), gateway.get(nobody), gateway.disconnect(nobody)]).toEqual(['gone', undefined, false]);
  });

  test('what is known of a connection: since when, last active when, and who', async () => {
    let clock = 1_000;
    const { gateway, client, id } = await pair({ now: () => clock });
    const identity = { userAgent: 'phone', sourceIp: '127.0.0.1' };
    expect(gateway.get(id)).toEqual({ connectedAt: 1_000, lastActiveAt: 1_000, identity });
    clock = 2_000;
    gateway.post(id, 'out');
    await client.received(1);
    expect(gateway.get(id)).toEqual({ connectedAt: 1_000, lastActiveAt: 2_000, identity });
    clock = 3_000;
    client.socket.send('in');
    await client.received(2);
    expect(gateway.get(id)).toEqual({ connectedAt: 1_000, lastActiveAt: 3_000, identity });
  });

  test('a reader that has stopped reading is slow once its buffer is full, and gets it all once it reads again', async () => {
    const { gateway, client, id } = await pair({ limits: { backlogBytes: 256 * 1024 } });
    client.socket.pause();
    const message = 'x'.repeat(128 * 1024);
    let sent = 0;
    while (gateway.post(id, message) === 'sent') {
      sent++;
      await sleep(0);
      expect(sent).toBeLessThan(500);
    }
    expect(gateway.post(id, 'small')).toBe('slow');
    client.socket.resume();
    await client.received(sent);
    expect(gateway.post(id, 'again')).toBe('sent');
    expect((await client.received(sent + 1)).at(-1)).toBe('again');
  });
});

describe('the end of a connection', () => {
  const MINUTE = 60_000;

  /** A client, and what its `$disconnect` is told. */
  async function leaving(options: Omit<GatewayOptions, 'routes'> = {}) {
    const { events, route } = recorder();
    const { gateway, url } = await start({ $connect: route, $disconnect: route, $default: echo }, options);
    const client = await dial(url);
    const id = events[0]!.requestContext.connectionId;
    const told = async () => {
      await until(() => events.length > 1);
      await sleep(5);
      return events.slice(1).map(({ requestContext }) => {
        const {
          connectionId,
          disconnectStatusCode: code,
          disconnectReason: reason,
        } = requestContext as unknown as Record<string, unknown>;
        return { isOurs: connectionId === id, code, reason };
      });
    };
    return { gateway, client, id, told };
  }

  test.each<[string, (socket: WebSocket) => void, number, string]>([
    ['a closed tab is 1001 with no reason', (socket) => socket.close(1001), 1001, ''],
    [
      'a close without a code is 1005, in words of its own',
      (socket) => socket.close(),
      1005,
      'Client-side close frame status not set',
    ],
    ['a code and reason of the client are passed on', (socket) => socket.close(4000, 'enough'), 4000, 'enough'],
    ['a lost line is 1006', (socket) => socket.terminate(), 1006, ''],
    ['a binary frame is 1003', (socket) => socket.send(Buffer.from('x')), 1003, ''],
    ['a frame too large is 1009', (socket) => socket.send('x'.repeat(40_000)), 1009, ''],
    ['a broken text is 1007', (socket) => socket.send(Buffer.from([0xff]), { binary: false }), 1007, ''],
  ])('$disconnect is told once: %s', async (_, end, code, reason) => {
    const { client, told } = await leaving();
    end(client.socket);
    expect(await told()).toEqual([{ isOurs: true, code, reason }]);
  });

  test('to disconnect is to close with 1000; the connection is gone at once', async () => {
    const { gateway, client, id, told } = await leaving();
    expect([gateway.disconnect(id), gateway.disconnect(id), gateway.post(id, 'x'), gateway.get(id)]).toEqual([
      true,
      false,
      'gone',
      undefined,
    ]);
    expect(await client.closed).toEqual({ code: 1000, reason: 'Connection Closed Normally' });
    expect(await told()).toEqual([{ isOurs: true, code: 1000, reason: 'Connection Closed Normally' }]);
  });

  test('idle for ten minutes is 1001', async () => {
    let clock = 0;
    const { client, told } = await leaving({ now: () => clock });
    clock = 10 * MINUTE;
    expect(await client.closed).toEqual({ code: 1001, reason: 'Going away' });
    expect(await told()).toEqual([{ isOurs: true, code: 1001, reason: 'Going away' }]);
  });

  test('two hours are the end of a connection, however busy: 1001', async () => {
    let clock = 0;
    const { gateway, client, id, told } = await leaving({ now: () => clock, limits: { idleMs: 200 * MINUTE } });
    clock = 120 * MINUTE - 1;
    gateway.post(id, 'busy');
    await client.received(1);
    clock = 120 * MINUTE;
    expect(await client.closed).toEqual({ code: 1001, reason: 'Going away' });
    expect(await told()).toEqual([{ isOurs: true, code: 1001, reason: 'Going away' }]);
  });

  test('a message in either direction keeps a connection; a ping does not', async () => {
    const dialled = () => leaving({ limits: { idleMs: 200 } });
    const [sends, hears, pings] = await Promise.all([dialled(), dialled(), dialled()]);
    for (let i = 0; i < 6; i++) {
      await sleep(60);
      sends.client.socket.send('x');
      hears.gateway.post(hears.id, 'x');
      if (pings.client.socket.readyState === WebSocket.OPEN) pings.client.socket.ping();
    }
    expect([sends, hears, pings].map(({ gateway }) => gateway.connections)).toEqual([1, 1, 0]);
    expect((await pings.client.closed).code).toBe(1001);
    expect((await sends.client.closed).code).toBe(1001);
  });

  test('a $disconnect that throws harms nobody', async () => {
    const { gateway, url, faults } = await start({ $disconnect: oneWay(fails), $default: echo });
    const [one, other] = [await dial(url), await dial(url)];
    one.socket.terminate();
    await until(() => faults.length > 0);
    expect(faults).toEqual([['broken', expect.stringMatching(ID)]]);
    other.socket.send('still here');
    expect(await other.received(1)).toEqual(['still here']);
    expect(gateway.connections).toBe(1);
  });

  test('a client that never answers the close frame is cut off', async () => {
    const { gateway, client, id, told } = await leaving({ limits: { closeMs: 50 } });
    client.socket.pause();
    gateway.disconnect(id);
    expect(await told()).toEqual([{ isOurs: true, code: 1000, reason: 'Connection Closed Normally' }]);
    client.socket.terminate();
  });
});

describe('closing the gateway', () => {
  test('does not wait for a client that never answers the close frame', async () => {
    // ws alone would wait beyond the test's own limit.
    const { gateway, url } = await start({ $default: echo }, { limits: { closeMs: 300_000 } });
    const { socket } = await dial(url);
    socket.pause();
    await gateway.close();
    expect(gateway.connections).toBe(0);
    socket.terminate();
  });

  test('every socket is closed with 1001, and it is done when every handler is', async () => {
    const story: string[] = [];
    const slow = (name: string) =>
      oneWay(async () => {
        await sleep(30);
        story.push(name);
        return { statusCode: 200 };
      });
    const { gateway, url } = await start({ $disconnect: slow('$disconnect'), $default: slow('message') });
    const clients = [await dial(url), await dial(url)];
    clients[0]!.socket.send('x');
    await sleep(10);
    await gateway.close();
    expect(story).toEqual(['message', '$disconnect', '$disconnect']);
    expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual(Array(2).fill({ code: 1001, reason: 'Going away' }));
    expect(await refusal(url)).toBe(503);
  });

  test('one whose $connect was still running is let in and sent away', async () => {
    const { events, route } = recorder();
    let entered = () => {};
    const running = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const slow = oneWay(async () => {
      entered();
      await sleep(20);
      return { statusCode: 200 };
    });
    const { gateway, url } = await start({ $connect: slow, $disconnect: route });
    const dialling = dial(url);
    await running;
    await gateway.close();
    expect(events.length).toBe(1);
    expect((await (await dialling).closed).code).toBe(1001);
  });

  test('with nobody there it closes at once, and as often as it is asked', async () => {
    const gateway: Gateway = createGateway({ routes: {} });
    await Promise.all([gateway.close(), gateway.close()]);
    expect(gateway.connections).toBe(0);
  });
});
