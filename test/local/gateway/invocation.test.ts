import { describe, expect, test } from 'vitest';
import type { SocketEvent, SocketHandler } from '../../../lambdas/api-gateway-event.ts';
import type { Route } from '../../../local/gateway/route.ts';
import { createGate, dial, echo, fails, gives, never, oneWay, recorder, start, twoWay } from './gateway-fixture.ts';

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
    const gate = createGate();
    const { url, faults } = await start(
      { reply: twoWay(gate.before(echo.handler)), fail: twoWay(gate.before(fails)), $default: echo },
      { limits: { timeoutMs: 10 } },
    );
    const { socket, received } = await dial(url);
    socket.send('{"action":"reply"}');
    socket.send('{"action":"fail"}');
    await received(2);
    gate.open();
    socket.send('{"message":"on time"}');
    expect((await received(3)).map((frame) => JSON.parse(frame).message)).toEqual([
      'Endpoint request timed out',
      'Endpoint request timed out',
      'on time',
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
