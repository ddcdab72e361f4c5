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

const journalThat = (put: () => void, written: () => Promise<void>): Journal => ({
  rows: () => [],
  put,
  patch() {},
  written,
  copyTo: async () => {},
  close() {},
});
function healthServer(journal: Journal, now: () => number, patienceMs?: number) {
  const health = healthOf(journal, '1', now, patienceMs);
  const listening = createServer((req, res) => health(req, res)).listen(0);
  return { listening, get: () => fetch(at(listeningPort(listening))) };
}

test('whoever asks often makes one write a second', async () => {
  let writes = 0;
  let now = 0;
  const journal = journalThat(
    () => writes++,
    async () => {},
  );
  const { listening, get } = healthServer(journal, () => now);
  const ask = () => get().then(({ status }) => status);
  expect([await ask(), await ask(), writes]).toEqual([200, 200, 1]);
  now = 1000;
  expect([await ask(), writes]).toEqual([200, 2]);
  listening.close();
});

test('503 where a write does not reach the disk, and 200 again when one does', async () => {
  let now = 0;
  let isStuck = true;
  const journal = journalThat(
    () => {},
    () => (isStuck ? new Promise(() => {}) : Promise.resolve()),
  );
  const { listening, get } = healthServer(journal, () => now, 1);
  const failing = await get();
  expect([failing.status, await failing.json()]).toEqual([503, { status: 'failing', version: '1' }]);
  isStuck = false;
  now = 1000;
  expect((await get()).status).toBe(200);
  listening.close();
});
