// What is received and not handled is bounded.
import { expect, test } from 'vitest';
import { API_GATEWAY_LIMITS } from '../../../local/gateway/limits.ts';
import { createGate, dial, echo, start, twoWay } from './gateway-fixture.ts';

/** The close frame may be lost with the connection. */
const TOO_MUCH = { code: expect.toBeOneOf([1008, 1006]), reason: '' };
const text = 'x'.repeat(10_000);

test('unfinished messages of an address are bounded, whatever the number of its connections', async () => {
  const { url } = await start({ $default: echo }, { limits: { pendingBytesPerAddress: 50_000 } });
  const clients = await Promise.all(Array.from({ length: 6 }, () => dial(url)));
  for (const { socket } of clients) socket.send(text, { fin: false });
  const first = await Promise.race(clients.map(async ({ closed }, i) => ({ i, ended: await closed })));
  expect(first.ended).toEqual(TOO_MUCH);
  const rest = clients.filter((_, i) => i !== first.i);
  for (const { socket } of rest) socket.send('', { fin: true });
  for (const { received } of rest) expect(await received(1)).toEqual([text]);
});

test('what one connection has in the queue is bounded, and freed when it is handled', async () => {
  const gate = createGate();
  const { url } = await start(
    { $default: twoWay(gate.before(async ({ body = '' }) => ({ statusCode: 200, body: String(body.length) }))) },
    { limits: { pendingBytes: 50_000 } },
  );
  const [flooder, other] = [await dial(url), await dial(url)];
  for (let i = 0; i < 6; i++) flooder.socket.send(text);
  expect(await flooder.closed).toEqual(TOO_MUCH);
  for (let i = 0; i < 5; i++) other.socket.send(text);
  gate.open();
  expect(await other.received(5)).toEqual(Array(5).fill('10000'));
  for (let i = 0; i < 5; i++) other.socket.send(text);
  expect(await other.received(10)).toEqual(Array(10).fill('10000'));
});

test('a connection that is gone, or over its rate, leaves nothing waiting', async () => {
  const { url } = await start(
    { $default: echo },
    { limits: { pendingBytesPerAddress: 50_000, framesBurst: 2, framesPerSecond: 0.001 } },
  );
  for (let i = 0; i < 10; i++) {
    const client = await dial(url);
    client.socket.send(text, { fin: false });
    client.socket.send(text, { fin: false });
    client.socket.terminate();
    await client.closed;
  }
  const client = await dial(url);
  for (let i = 0; i < 20; i++) {
    client.socket.send(text);
    if (i < 2) await client.received(i + 1);
  }
  client.socket.close(1000);
  expect(await client.closed).toEqual({ code: 1000, reason: '' });
});

test('whoever reads no replies gets no more of them', async () => {
  const large = 'y'.repeat(20_000);
  let handled = 0;
  const reply = async () => {
    handled++;
    return { statusCode: 200, body: large };
  };
  const { url } = await start({ $default: twoWay(reply) }, { limits: { framesBurst: 10_000 } });
  const client = await dial(url);
  client.socket.pause();
  for (let i = 0; i < 2000; i++) client.socket.send('{}');
  const other = await dial(url);
  other.socket.send('{}');
  await other.received(1);
  expect(handled).toBeLessThan(2000);
  client.socket.terminate();
});

test('a room of five thousand behind one address fits', () => {
  // A page sends a frame of at most 1 KB at once.
  expect(5000 * 1024).toBeLessThan(API_GATEWAY_LIMITS.pendingBytesPerAddress);
});
