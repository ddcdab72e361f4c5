import { describe, expect, test } from 'vitest';
import type { SocketEvent } from '../../../lambdas/api-gateway-event.ts';
import { dial, ID, recorder, start, twoWay, until } from './gateway-fixture.ts';

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
