// API Gateway, as documented or as captured of the real one.
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { createGateway, type Gateway, type GatewayOptions } from '../../../local/gateway/gateway.ts';
import { createGate, dial, echo, fails, gives, ID, oneWay, recorder, refusal, start, until } from './gateway-fixture.ts';

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
      // When it has closed, nothing more is told.
      await gateway.close();
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
    let clock = 0;
    const dialled = () => leaving({ now: () => clock });
    const [sends, hears, pings] = await Promise.all([dialled(), dialled(), dialled()]);
    for (const count of [1, 2, 3]) {
      clock = count * 3 * MINUTE;
      sends.client.socket.send('x');
      hears.gateway.post(hears.id, 'x');
      pings.client.socket.ping();
      await Promise.all([sends.client.received(count), hears.client.received(count), once(pings.client.socket, 'pong')]);
    }
    clock = 12 * MINUTE;
    expect((await pings.client.closed).code).toBe(1001);
    expect([sends, hears].map(({ gateway }) => gateway.connections)).toEqual([1, 1]);
    clock = 30 * MINUTE;
    expect((await sends.client.closed).code).toBe(1001);
    expect((await hears.client.closed).code).toBe(1001);
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
    const gate = createGate();
    const slow = (name: string) =>
      oneWay(
        gate.before(async () => {
          story.push(name);
          return { statusCode: 200 };
        }),
      );
    const { gateway, url } = await start({ $disconnect: slow('$disconnect'), $default: slow('message') });
    const clients = [await dial(url), await dial(url)];
    clients[0]!.socket.send('x');
    await gate.reached;
    const closing = gateway.close().then(() => story.push('closed'));
    expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual(Array(2).fill({ code: 1001, reason: 'Going away' }));
    expect(story).toEqual([]);
    gate.open();
    await closing;
    expect(story).toEqual(['message', '$disconnect', '$disconnect', 'closed']);
    expect(await refusal(url)).toBe(503);
  });

  test('one whose $connect was still running is let in and sent away', async () => {
    const { events, route } = recorder();
    const gate = createGate();
    const { gateway, url } = await start({ $connect: oneWay(gate.before(gives({ statusCode: 200 }))), $disconnect: route });
    const dialling = dial(url);
    await gate.reached;
    const closing = gateway.close();
    gate.open();
    await closing;
    expect(events.length).toBe(1);
    expect((await (await dialling).closed).code).toBe(1001);
  });

  test('with nobody there it closes at once, and as often as it is asked', async () => {
    const gateway: Gateway = createGateway({ routes: {} });
    await Promise.all([gateway.close(), gateway.close()]);
    expect(gateway.connections).toBe(0);
  });
});
