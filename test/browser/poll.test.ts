// A poll: bars while it is open, and nothing that is right or wrong.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { sharedBrowser } from '../support/shared.ts';

const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
let server: LocalServer;
let browser: Browser;

const TRIP = {
  title: 'Class trip',
  language: 'en',
  questions: [
    { kind: 'poll', text: 'Where shall we go?', options: ['The sea', 'The hills', 'A city'], reading: 1, seconds: 240 },
    { kind: 'poll', text: 'What do you bring?', options: ['Bread', 'A ball', 'A book'], several: true, reading: 1, seconds: 240 },
  ],
};

beforeAll(async () => {
  writeFileSync(join(directory, 'trip.json'), JSON.stringify(TRIP));
  server = await startServer({
    port: 0,
    data: join(directory, 'data'),
    pages: join(import.meta.dirname, '..', '..', 'dist'),
    quizzes: [readQuizFile(join(directory, 'trip.json'))],
    onFault: (error) => expect.fail(String(error)),
  });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(directory, { recursive: true });
});

async function page(path: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const opened = await context.newPage();
  opened.setDefaultTimeout(60_000);
  await opened.goto(`http://127.0.0.1:${server.port}/${path}`);
  return opened;
}

const tap = (phone: Page, ...options: string[]) =>
  options.reduce((before, name) => before.then(() => phone.getByRole('button', { name }).click()), Promise.resolve());
const counts = (host: Page) => host.locator('.tile-count').allInnerTexts();
const verdict = (phone: Page) => phone.locator('.result h1').innerText();

test('the host sees the answers come in, and phones say Sent and what most chose', async () => {
  const host = await page(`host#${server.key}`);
  await host.locator('.cover').click();
  const pin = (await host.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const phones: Page[] = [];
  for (const name of ['Ann', 'Bo', 'Cy']) {
    const phone = await page(pin);
    await phone.getByRole('textbox').fill(name);
    await phone.getByRole('textbox').press('Enter');
    await phone.locator('.lobby').waitFor();
    phones.push(phone);
  }
  const [ann, bo, cy] = phones as [Page, Page, Page];
  const next = async () => host.locator('.next[aria-busy="false"][aria-disabled="false"]').click();

  await next();
  await tap(ann, 'The hills');
  await tap(bo, 'The sea');
  await expect.poll(() => counts(host), { timeout: 60_000 }).toEqual(['1', '1', '0']);
  await tap(cy, 'The hills');
  await cy.locator('.result').waitFor();
  await expect.poll(() => counts(host), { timeout: 60_000 }).toEqual(['1', '2', '0']);
  expect(await host.locator('.tile[data-right]').count()).toBe(0);
  expect([await verdict(bo), await bo.locator('.key').innerText()]).toEqual(['Sent', 'Most chose\nThe hills']);

  await next();
  await next();
  await tap(ann, 'Bread', 'A book', 'Send');
  await tap(bo, 'A book', 'Send');
  await tap(cy, 'Bread', 'Send');
  await ann.locator('.result').waitFor();
  await expect.poll(() => counts(host), { timeout: 60_000 }).toEqual(['2', '0', '2']);
  expect(await ann.locator('.key').innerText()).toBe('Most chose\nBread\nA book');
  expect(await ann.locator('.gained').count()).toBe(0);
});
