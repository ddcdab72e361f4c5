// A browser that cannot run the pages' script, or may not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, startServer } from '../../local/server.ts';
import { sharedBrowser } from '../support/shared.ts';

const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
const WORDS = 'Update this browser, allow JavaScript or use another device.';
let server: LocalServer;
let browser: Browser;

beforeAll(async () => {
  const pages = join(import.meta.dirname, '..', '..', 'dist');
  server = await startServer({ port: 0, data: directory, pages, quizzes: [], onFault: (error) => expect.fail(String(error)) });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(directory, { recursive: true });
});

test.each(['/', '/host'])('%s says what to do where its script does not run, and nothing where it does', async (path) => {
  const url = `http://127.0.0.1:${server.port}${path}`;
  const old = await browser.newPage();
  // A syntax that it does not know.
  await old.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'let = 1 @ 2' }));
  await old.goto(url);
  const text = old.getByText(WORDS);
  await text.waitFor();
  await expect.poll(() => text.evaluate((one) => getComputedStyle(one).opacity), { timeout: 30_000 }).toBe('1');
  await old.close();

  const page = await browser.newPage();
  await page.goto(url);
  await page.locator('h1').first().waitFor();
  expect(await page.getByText(WORDS).count()).toBe(0);
  await page.close();
});
