import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { connectClient } from '../support/protocol-client.ts';
import { fixture } from './fixture.ts';

async function handshake(url: string, origin: string): Promise<number> {
  const socket = new WebSocket(url, { origin });
  socket.on('error', () => {});
  const opened = once(socket, 'upgrade').then(([response]) => response.statusCode);
  const refused = once(socket, 'unexpected-response').then(([, response]) => response.statusCode);
  const status = await Promise.race([opened, refused]);
  socket.terminate();
  return status;
}

test('pages of the public address may connect behind a proxy, others are refused and told', async () => {
  const foreign: string[] = [];
  const { server, url, key, close } = await fixture({
    url: new URL('https://quiz.example.org'),
    onForeignOrigin: (origin) => foreign.push(origin),
  });
  onTestFinished(close);
  const own = [`http://127.0.0.1:${server.port}`, 'https://quiz.example.org'];
  const others = [`http://user@127.0.0.1:${server.port}`, 'https://quiz.example.com', 'http://quiz.example.org', 'null'];
  const statuses: number[] = [];
  for (const origin of [...own, ...others]) statuses.push(await handshake(url, origin));
  expect([statuses, foreign]).toEqual([[101, 101, 403, 403, 403, 403], others]);
  const asked = async (origin: string) => (await fetch(`http://127.0.0.1:${server.port}/socket?origin=${origin}`)).status;
  expect([await asked('https://quiz.example.org'), await asked('https://quiz.example.com'), await asked('')]).toEqual([
    204, 421, 426,
  ]);
  const client = await connectClient(url);
  const { join, others: more } = await client.ask('shelf', 'shelf', { key });
  expect([join, more]).toEqual(['quiz.example.org', []]);
  client.close();
});
