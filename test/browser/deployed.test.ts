// Deployed pages in Chromium: CloudFront and function bundles.

import { hash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { host as hostWords, player as words } from '../../web/words/en.ts';
import { type Rehearsal, startRehearsal } from '../rehearsal/rehearsal.ts';
import { wantedFor } from '../support/media-samples.ts';
import { connectClient } from '../support/protocol-client.ts';
import { putSample } from '../support/samples.ts';
import { sharedAssembly, sharedBrowser } from '../support/shared.ts';
import { screenshot, watch } from './page-checks.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const key = randomBytes(16).toString('base64url');
let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  rehearsal = await startRehearsal({ assembly: await sharedAssembly(), lagMs: 100, timeFactor: 10 });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  await store.invite(hash('sha256', key, 'base64url'));
  const { id, quiz } = readQuizFile(join(ROOT, 'quizzes/flags-and-shapes.json'));
  const slowQuestions = quiz.questions.map((question) => ({ ...question, reading: 1, seconds: 240 }));
  await putSample(store, id, { ...quiz, questions: slowQuestions });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rehearsal?.close();
});

test('a picture question runs from the host link to the reveal', async () => {
  const site = rehearsal.url.replace('ws', 'http').replace('/socket', '');
  const open = async (path: string, viewport: { width: number; height: number }): Promise<Page> => {
    const page = await (await browser.newContext({ reducedMotion: 'reduce', viewport })).newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${site}${path}`);
    return page;
  };
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();

  const host = await open(`/host#${key}`, { width: 1280, height: 720 });
  const watches = [watch(host)];
  onTestFailed(async () => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) await screenshot(page, 'deployed', `failed-${i}`);
    console.log(rehearsal.faults);
  });
  await button(host, /^Flags, stars and shapes/).click();
  await seen(host, hostWords.lobby.empty);
  const [, first, second] = (await host.locator('body').innerText()).match(/(\d{3})\s(\d{3})/)!;
  const phones: Page[] = [];
  for (const name of ['Ann', 'Bo']) {
    const phone = await open(`/${first}${second}`, { width: 390, height: 844 });
    watches.push(watch(phone));
    await phone.getByLabel(words.name.label).fill(name);
    await button(phone, words.outside.join).click();
    await seen(phone, words.lobby.title);
    await seen(host, name);
    phones.push(phone);
  }
  await button(host, hostWords.moves.start).click();
  const picture = host.locator('img').first();
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0))).toBe(true);
  for (const phone of phones) await phone.locator('.pad-options .tile').first().click();
  await button(host, hostWords.moves.standings).waitFor();
  await screenshot(host, 'deployed', 'reveal-host');
  await screenshot(phones[0]!, 'deployed', 'reveal-phone');
  for (const watched of watches) watched();
  expect(rehearsal.faults).toEqual([]);

  const lost = await fetch(`${site}/nowhere`);
  expect([lost.status, await lost.text()]).toEqual([404, 'There is nothing here. Quizcast is at /\n']);
});

test('a page of the host posts a picture to the bucket and shows it, as its policy and the bucket’s rules let it', async () => {
  const site = rehearsal.url.replace('ws', 'http').replace('/socket', '');
  const bytes = readFileSync(join(ROOT, 'docs/game.png'));
  const { file, type: media, size } = wantedFor(bytes, 'image/png');
  const line = await connectClient(rehearsal.url);
  const ticket = () => line.ask('ticket', 'ticket', { key, hash: file.slice(0, 64), media, size });
  const { upload } = await ticket();
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(`${site}/host`);
  const watched = watch(page, { uploads: upload!.url });
  const posted = await page.evaluate(
    async ([{ url, fields }, encoded]) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      form.append('file', new Blob([Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))]));
      const sending = new XMLHttpRequest();
      // Progress makes the browser ask the bucket first.
      sending.upload.onprogress = () => {};
      sending.open('POST', new URL(url, document.baseURI));
      const done = new Promise((resolve) => {
        sending.onloadend = () => resolve(sending.status);
      });
      sending.send(form);
      return done;
    },
    [upload!, bytes.toString('base64')] as const,
  );
  const again = await ticket();
  const width = await page.evaluate(async (path) => {
    const image = new Image();
    image.src = path;
    await image.decode();
    return image.naturalWidth > 0;
  }, `media/${file}`);
  expect([posted, again.upload, width]).toEqual([204, undefined, true]);
  line.close();
  watched();
  expect(rehearsal.faults).toEqual([]);
});
