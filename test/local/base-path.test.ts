// `--url` with a path: proxies that strip it, and proxies that do not.
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { connectClient } from '../support/protocol-client.ts';
import { fixture } from './fixture.ts';

const PAGES = join(import.meta.dirname, '..', '..', 'dist');

test.each(['', '/some/path'])('pages, assets and socket are found behind a proxy that passes on %j', async (prefix) => {
  const { server, key, close } = await fixture({ pages: PAGES, url: new URL('https://quiz.example.org/some/path') });
  onTestFinished(close);
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}${prefix}${path}`);
  const page = await (await get('/482915')).text();
  expect(page).toContain('<base href="/some/path/">');
  const assets = [...page.matchAll(/(?:src|href)="([\w-]+-[\w-]+\.\w+)"/g)].map(([, file]) => `/${file}`);
  expect(assets).toHaveLength(3);
  const statuses = await Promise.all(
    ['', '/', '/host', '/host/', ...assets, '/nothing'].map(async (path) => (await get(path)).status),
  );
  expect(statuses).toEqual([...Array(7).fill(200), 404]);
  const client = await connectClient(`ws://127.0.0.1:${server.port}${prefix}/socket`);
  expect((await client.ask('shelf', 'shelf', { key })).join).toBe('quiz.example.org/some/path');
  client.close();
});

test('without a path the pages are at the root', async () => {
  const { server, close } = await fixture({ pages: PAGES });
  onTestFinished(close);
  const found = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).text();
  expect(await found('/')).toContain('<base href="/">');
  expect(await found('/some/path/host')).toBe('There is nothing here. Quizcast is at /');
});
