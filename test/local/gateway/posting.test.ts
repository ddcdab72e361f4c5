import { describe, expect, test } from 'vitest';
import type { GatewayOptions } from '../../../local/gateway/gateway.ts';
import { dial, recorder, start, until } from './gateway-fixture.ts';

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

  test.each([125, 126, 65_535, 65_536, 128 * 1024])('a text of %i bytes arrives whole, as text and as bytes', async (bytes) => {
    const { gateway, client, id } = await pair();
    const text = `é${'x'.repeat(bytes - 2)}`;
    expect([gateway.post(id, text), gateway.post(id, Buffer.from(text))]).toEqual(['sent', 'sent']);
    expect(await client.received(2)).toEqual([text, text]);
  });

  test('a reader that has stopped reading is slow once its buffer is full, and gets it all once it reads again', async () => {
    const { gateway, client, id } = await pair({ limits: { backlogBytes: 256 * 1024 } });
    client.socket.pause();
    const message = 'x'.repeat(128 * 1024);
    let sent = 0;
    while (gateway.post(id, message) === 'sent') {
      sent++;
      await new Promise(setImmediate);
      expect(sent).toBeLessThan(500);
    }
    expect(gateway.post(id, 'small')).toBe('slow');
    client.socket.resume();
    await client.received(sent);
    expect(gateway.post(id, 'again')).toBe('sent');
    expect((await client.received(sent + 1)).at(-1)).toBe('again');
  });
});
