import { createServer } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { listeningPort } from '../../local/gateway/listening-port.ts';
import { healthOf } from '../../local/http/health.ts';
import type { Journal } from '../../local/store/journal.ts';
import { fixture } from './fixture.ts';

const { server, close } = await fixture({ version: '1.2.3' });
afterAll(close);
const at = (port: number) => `http://127.0.0.1:${port}/health`;

test('GET /health says the version and that the store can be written, and nothing else', async () => {
  const reply = await fetch(at(server.port));
  expect([reply.status, reply.headers.get('cache-control'), await reply.json()]).toEqual([
    200,
    'no-store',
    { status: 'ok', version: '1.2.3' },
  ]);
});

test('whoever asks often makes one write a second', async () => {
  let writes = 0;
  let now = 0;
  const journal: Journal = {
    rows: () => [],
    put: () => writes++,
    patch: () => {},
    written: async () => {},
    close: () => {},
  };
  const health = healthOf(journal, '1', () => now);
  const listening = createServer((req, res) => health(req, res)).listen(0);
  const ask = () => fetch(at(listeningPort(listening))).then(({ status }) => status);
  expect([await ask(), await ask(), writes]).toEqual([200, 200, 1]);
  now = 1000;
  expect([await ask(), writes]).toEqual([200, 2]);
  listening.close();
});
