// A page that was built for another protocol than the server speaks.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { host as hostWords, player as words } from '../../web/words/en.ts';
import { sharedBrowser } from '../support/shared.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
let server: LocalServer;
let browser: Browser;

beforeAll(async () => {
  const quizzes = [readQuizFile(join(ROOT, 'test', 'quizzes', 'quick.json'))];
  server = await startServer({
    port: 0,
    data,
    pages: join(ROOT, 'dist'),
    quizzes,
    onFault: (error) => expect.fail(String(error)),
  });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(data, { recursive: true });
});

/** Its server speaks protocol 3 for the first `connections`. */
async function page(path: string, connections: number) {
  const opened = await (await browser.newContext()).newPage();
  let loads = 0;
  let lines = 0;
  opened.on('load', () => loads++);
  await opened.routeWebSocket(/socket/, (line) => {
    const other = lines++ < connections;
    const real = line.connectToServer();
    real.onMessage((text) => line.send(other ? String(text).replace('"v":2', '"v":3') : text));
  });
  await opened.goto(`http://127.0.0.1:${server.port}/${path}`);
  return { page: opened, loads: () => loads };
}

test('reloads itself once, and then says so', async () => {
  const host = await page(`host#${server.key}`, Number.POSITIVE_INFINITY);
  await host.page.getByText(hostWords.outdated).waitFor();
  expect(host.loads()).toBe(2);
});

test('goes on when the new page speaks the server’s protocol', async () => {
  const host = await page(`host#${server.key}`, 1);
  await host.page.locator('.cover').first().click();
  const pin = (await host.page.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const ann = await page(pin, 1);
  await ann.page.getByRole('textbox').fill('Ann');
  await ann.page.getByRole('textbox').press('Enter');
  // The seat is remembered over the reload.
  await expect.poll(ann.loads, { timeout: 60_000 }).toBe(2);
  await ann.page.locator('.lobby').waitFor();
  expect(await ann.page.getByText(words.outdated).count()).toBe(0);
});
