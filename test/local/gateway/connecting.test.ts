// API Gateway, as documented or as captured of the real one.
import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketHandler } from '../../../lambdas/api-gateway-event.ts';
import {
  createGate,
  dial,
  echo,
  fails,
  gives,
  never,
  ok,
  oneWay,
  plain,
  recorder,
  refusal,
  start,
  until,
} from './gateway-fixture.ts';

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
    const gate = createGate();
    const { url, port } = await start({ $connect: oneWay(gate.before(async () => ({ statusCode: 200 }))) });
    const dialling = dial(url).then(() => story.push('open'));
    await gate.reached;
    await plain(port, '/other');
    story.push('$connect returns');
    gate.open();
    await dialling;
    expect(story).toEqual(['$connect returns', 'open']);
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
    for (const statusCode of [199, 600, 700]) expect(await of(gives({ statusCode }))).toEqual([502, []]);
    expect(await of(gives({ statusCode: 599 }))).toEqual([599, []]);
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
    let id = '';
    const look = oneWay(async ({ requestContext: { connectionId } }) => {
      found.push(gateway.post(connectionId, 'too soon'), gateway.get(connectionId), gateway.disconnect(connectionId));
      id = connectionId;
      return { statusCode: 200 };
    });
    const { url, gateway } = await start({ $connect: look });
    const { received } = await dial(url);
    found.push(gateway.post(id, 'now'));
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
      await plain(port, '/other');
      return { statusCode: 200 };
    });
    const { url, port, gateway } = await start({ $connect: slow, $disconnect: route });
    const socket = new WebSocket(url);
    socket.on('error', () => {});
    await until(() => events.length > 0);
    expect(events[0]!.requestContext).toMatchObject({ eventType: 'DISCONNECT', disconnectStatusCode: 1006 });
    expect(gateway.connections).toBe(0);
  });
});
