// Deployed pages in Chromium: CloudFront and function bundles.

import { hash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, onTestFinished, test } from 'vitest';
import { dynamoStore } from '../../lambdas/aws/dynamodb/store.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { host as hostWords, player as words } from '../../web/words/en.ts';
import { type Rehearsal, startRehearsal } from '../rehearsal/rehearsal.ts';
import { joinRoom } from '../support/clients.ts';
import { sample, wantedFor } from '../support/media-samples.ts';
import { connectClient } from '../support/protocol-client.ts';
import { putSample } from '../support/samples.ts';
import { sharedAssembly, sharedBrowser } from '../support/shared.ts';
import { tone } from '../support/tone.ts';
import * as own from './own-quiz-page.ts';
import { screenshot, watch } from './page-checks.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const [key, colleague] = [randomBytes(16).toString('base64url'), randomBytes(16).toString('base64url')];
let rehearsal: Rehearsal;
let browser: Browser;

beforeAll(async () => {
  rehearsal = await startRehearsal({ assembly: await sharedAssembly(), lagMs: 100, timeFactor: 10 });
  const store = dynamoStore(rehearsal.client, rehearsal.table, Date.now);
  for (const one of [key, colleague]) await store.invite(hash('sha256', one, 'base64url'));
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

test('a quiz of one’s own has a picture and a sound by the bucket’s rules, is edited twice, taken along to a colleague, and played', async () => {
  const line = await connectClient(rehearsal.url);
  const wanted = wantedFor(sample('image/png'), 'image/png');
  const { upload } = await line.ask('ticket', 'ticket', {
    key,
    hash: wanted.file.slice(0, 64),
    media: wanted.type,
    size: wanted.size,
  });
  line.close();
  const context = await own.newContext(browser);
  const { port } = new URL(rehearsal.url);
  const page = await own.libraryPage(context, key, Number(port));
  page.setDefaultTimeout(120_000);
  const watched = watch(page, { uploads: upload?.url ?? '' });
  const die = { text: 'What was thrown?', options: ['A die', 'A coin'] };
  await own.button(page, 'New quiz').first().click();
  await page.getByLabel('Title of the quiz').fill('Dice');
  await page.locator('.kind-card').first().click();
  await own.write(page, die);
  await own.bringMedia(page, join(ROOT, 'docs/game.png'), 'What does the picture show?', 'A die');
  const song = { name: 'song.wav', mimeType: 'audio/wav', buffer: tone(2) };
  await page.setInputFiles('.media-chooser input', song);
  await page.getByLabel('What is heard?').fill('A song');
  await own.saving(page, 'saved');
  await page.reload();
  await page.getByText(die.text).first().click();
  expect(await page.getByLabel('What is heard?').inputValue()).toBe('A song');

  const other = await own.libraryPage(context, key, Number(port));
  other.setDefaultTimeout(120_000);
  await own.button(other, /^Edit: Dice/).click();
  await own.question(other).fill('What fell?');
  await own.saving(other, 'saved');
  await expect.poll(() => own.question(page).inputValue()).toBe('What fell?');
  await own.button(other, 'Your quizzes').click();
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const quizcast = { format: /^Quizcast file/, save: 'Save .quizcast', said: ['Everything is kept.'], folder };
  const path = await own.exported(other, 'Dice', quizcast);
  const inside = Object.keys(unzipSync(readFileSync(path))).map((name) => name.replace(/^[0-9a-f]{64}/, ''));
  expect(inside.sort()).toEqual(['.wav', '.webp', 'quiz.json']);

  const theirs = await own.libraryPage(await own.newContext(browser), colleague, Number(port));
  theirs.setDefaultTimeout(120_000);
  await own.button(theirs, 'Bring a quiz').first().click();
  await theirs.setInputFiles('.drop input', path);
  await own.button(theirs, 'Make a quiz of this question').click();
  await theirs.getByText('What fell?').first().click();
  expect(await theirs.getByLabel('What is heard?').inputValue()).toBe('A song');
  await theirs.context().close();

  await own.button(page, 'Play').click();
  const pin = (await page.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const ann = await joinRoom(rehearsal.url, pin, 'Ann');
  const asked = ann.line.waitFor('view', ({ room }) => room?.phase === 'question');
  await page.getByText('Ann').first().waitFor();
  await own.button(page, hostWords.moves.start).click();
  expect((await asked).room?.asked?.sound?.alt).toBe('A song');
  await page.waitForSelector('.played-bar[data-state="playing"], .played-bar[data-state="over"]');
  const picture = page.getByRole('img', { name: 'A die' });
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0))).toBe(true);
  ann.line.close();
  watched();
  expect(rehearsal.faults).toEqual([]);
});
