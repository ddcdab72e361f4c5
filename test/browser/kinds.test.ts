// Every kind of question, as phones and the projector show it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeFinds, screenshot } from './page-checks.ts';
import { served } from './served.ts';

const TRIP = {
  title: 'Class trip',
  language: 'en',
  questions: [
    { kind: 'poll', text: 'Where shall we go?', options: ['The sea', 'The hills', 'A city'], reading: 1, seconds: 240 },
    { kind: 'poll', text: 'What do you bring?', options: ['Bread', 'A ball', 'A book'], several: true, reading: 1, seconds: 240 },
  ],
};

const ALL = {
  title: 'All kinds',
  language: 'en',
  questions: [
    { kind: 'typed', text: 'Which city has the Eiffel Tower?', accepted: ['Paris'], explanation: 'Since 1889.' },
    { kind: 'typed', text: 'Which river runs through it?', accepted: ['Seine', 'La Seine'] },
    { kind: 'choice', text: 'In which country is it?', options: ['Spain', 'France', 'Italy'], right: 2 },
    {
      kind: 'several',
      text: 'Which are its bridges?',
      options: ['Pont Neuf', 'Rialto', 'Pont Marie'],
      right: [1, 3],
      partial: true,
    },
    { kind: 'true-false', text: 'It has a metro.', right: true },
    { kind: 'poll', text: 'Would you go?', options: ['Yes', 'No'] },
  ].map((question) => ({ ...question, reading: 1, seconds: 240 })),
};
const here = served(ALL, TRIP);

async function page(
  path: string,
  options: BrowserContextOptions = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const context = await here.browser.newContext({ reducedMotion: 'reduce', ...options });
  const opened = await context.newPage();
  await prepare?.(opened);
  opened.setDefaultTimeout(60_000);
  await opened.goto(`http://127.0.0.1:${here.server.port}/${path}`);
  return opened;
}

const tap = (phone: Page, ...options: string[]) =>
  options.reduce((before, name) => before.then(() => phone.getByRole('button', { name }).click()), Promise.resolve());
const counts = (host: Page) => host.locator('.tile-count').allInnerTexts();
const verdict = (phone: Page) => phone.locator('.result h1').innerText();

const PHONE = { viewport: { width: 390, height: 844 } };
/** What its keyboard leaves. */
const KEYBOARD = { width: 390, height: 430 };

async function hosting(title: string) {
  const host = await page(`host#${here.server.key}`);
  await host.locator('.cover', { hasText: title }).click();
  const pin = (await host.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const next = async () => host.locator('.next[aria-busy="false"][aria-disabled="false"]').click();
  return { host, pin, next };
}

async function joining(pin: string, name: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const phone = await page(pin, PHONE, prepare);
  await phone.getByRole('textbox').fill(name);
  await phone.getByRole('textbox').press('Enter');
  await phone.locator('.lobby').waitFor();
  return phone;
}

test('the host sees the answers come in, and phones say Sent and what most chose', async () => {
  const { host, pin, next } = await hosting('Class trip');
  const fetched: string[] = [];
  const noting = async (phone: Page) => phone.on('request', (request) => fetched.push(request.url()));
  const [ann, bo, cy] = [await joining(pin, 'Ann', noting), await joining(pin, 'Bo'), await joining(pin, 'Cy')];

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
  // What this quiz does not have does not come.
  expect(fetched.filter((url) => url.includes('typed'))).toEqual([]);
});

test('a game of all five kinds, the typed ones by a bundle of their own that may fail to load at first', async () => {
  const { host, pin, next } = await hosting('All kinds');
  let asked = 0;
  const ann = await joining(pin, 'Ann', (phone) =>
    phone.route(/typed-.*\.js/, (route) => (asked++ === 0 ? route.abort() : route.continue())),
  );
  const bo = await joining(pin, 'Bo');
  const phones = [ann, bo];
  const reveal = async (...expected: string[]) => {
    await Promise.all(phones.map((phone) => phone.locator('.result').waitFor()));
    expect(await Promise.all(phones.map(verdict))).toEqual(expected);
  };

  await next();
  const field = (phone: Page) => phone.getByRole('textbox', { name: 'Your answer' });
  await field(ann).fill('  PARIS ');
  await ann.setViewportSize(KEYBOARD);
  await screenshot(ann, 'kinds', 'typed-keyboard');
  for (const part of [ann.getByRole('heading'), field(ann), ann.getByRole('button', { name: 'Send' })]) {
    const box = (await part.boundingBox())!;
    expect([box.y >= 0, box.y + box.height <= KEYBOARD.height]).toEqual([true, true]);
  }
  await field(ann).press('Enter');
  await ann.locator('.state', { hasText: 'Sent' }).waitFor();
  await ann.setViewportSize(PHONE.viewport);
  expect(asked).toBe(2);
  await field(bo).fill('London');
  await bo.getByRole('button', { name: 'Send' }).click();
  await reveal('Right', 'Not this time');
  expect(await bo.locator('.key').innerText()).toBe('The right answer\nParis\n\nSince 1889.');
  expect(await host.locator('.typed-right, .typed-texts li').allInnerTexts()).toEqual([
    'The right answer\nParis',
    'PARIS\n1',
    'London\n1',
  ]);
  expect(await axeFinds(host)).toEqual([]);
  await screenshot(host, 'kinds', 'typed-reveal');
  await screenshot(ann, 'kinds', 'typed-right');

  await next();
  await next();
  await field(ann).fill('la seine');
  await field(bo).fill('Thames');
  await field(bo).press('Enter');
  await bo.locator('.state', { hasText: 'Sent' }).waitFor();
  await host.reload();
  // What stands in the field when time is up is sent.
  await next();
  await reveal('Right', 'Not this time');

  await next();
  await next();
  await tap(ann, 'France');
  await tap(bo, 'Spain');
  await reveal('Right', 'Not this time');
  await next();
  await next();
  await tap(ann, 'Pont Neuf', 'Pont Marie', 'Send');
  await tap(bo, 'Pont Neuf', 'Send');
  await reveal('Right', 'Partly right');
  await next();
  await next();
  await tap(ann, 'True');
  await tap(bo, 'False');
  await reveal('Right', 'Not this time');
  await next();
  await next();
  await tap(ann, 'Yes');
  await tap(bo, 'No');
  await reveal('Sent', 'Sent');
  await next();
  await ann.getByText('1st place').waitFor();
  const [download] = await Promise.all([
    host.waitForEvent('download'),
    host.getByRole('button', { name: 'Results as CSV' }).click(),
  ]);
  const file = join(here.folder, 'results.csv');
  await download.saveAs(file);
  const lines = readFileSync(file, 'utf8')
    .split('\r\n')
    .map((line) => line.split(',').slice(0, 8));
  expect(lines.filter(([name]) => name === 'Ann').map((cells) => cells.slice(5, 8))).toEqual([
    ['PARIS', 'Paris', 'right'],
    ['la seine', 'Seine / La Seine', 'right'],
    ['France', 'France', 'right'],
    ['Pont Neuf + Pont Marie', 'Pont Neuf + Pont Marie', 'right'],
    ['True', 'True', 'right'],
    ['Yes', '', 'counted'],
  ]);
});
