// A quiz of five from nothing, with all that can be shown and played: edited, played with a phone, and taken elsewhere.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { tone } from '../support/tone.ts';
import { libraryPage, makeQuiz, saved } from './library-page.ts';
import { axeFinds, screenshot, watch } from './page-checks.ts';
import { recordVideo } from './record-video.ts';
import { served } from './served.ts';

const here = served('quick.json');

const QUESTIONS = [
  { text: 'Which bird sings?', right: 'A robin', wrong: 'A crow' },
  { text: 'What was thrown?', right: 'A die', wrong: 'A coin' },
  { text: 'Where does the box go?', right: 'Right', wrong: 'Left' },
  { text: 'The capital of Chile?', right: 'Santiago', wrong: 'Valparaíso' },
  { text: 'The capital of Bolivia?', right: 'Sucre', wrong: 'La Paz' },
];
const PICTURE = join(import.meta.dirname, '..', '..', 'quizzes', 'pictures', 'die.svg');
const ALTS = { sound: 'A song of three notes', picture: 'A die that fell', video: 'A box that moves' };

const library = (server: { port: number; key: string }) => libraryPage(here.browser, server);

/** In the question that is open. */
async function bring(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }, label: string, alt: string) {
  await page.setInputFiles('.media-chooser input', file);
  await page.getByLabel(label).fill(alt);
  await page.getByLabel('Time to read').selectOption({ label: '1 s' });
}

const choose = (page: Page, { text }: (typeof QUESTIONS)[number]) => page.getByText(text).first().click();

/** @returns where it was saved */
async function exported(page: Page, name: string): Promise<string> {
  const own = page.locator('.own', { hasText: 'What is it?' }).first();
  await own.getByText('5 questions').waitFor();
  await own.locator('summary').click();
  await own.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: /^Quizcast file/ }).check();
  const save = page.getByRole('button', { name: 'Save .quizcast' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const file = join(here.folder, name);
  await download.saveAs(file);
  return file;
}

/** What the host's page plays: since it is not in the document, as the page tells it. */
const isPlaying = (host: Page) => host.waitForSelector('.played-bar[data-state="playing"], .played-bar[data-state="over"]');

async function phone(pin: string): Promise<Page> {
  const context = await here.browser.newContext({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  await page.goto(`http://localhost:${here.server.port}/${pin}`);
  await page.getByLabel('Your nickname').fill('Ann');
  await page.getByRole('button', { name: 'Join' }).click();
  return page;
}

test('a quiz of five with sound, picture and video is made from nothing, played, and opens on another server', async () => {
  const page = await library(here.server);
  const isClean = watch(page);
  await makeQuiz(page, 'What is it?', QUESTIONS);
  const [first, second, third] = QUESTIONS as [
    (typeof QUESTIONS)[number],
    (typeof QUESTIONS)[number],
    (typeof QUESTIONS)[number],
  ];
  await choose(page, first);
  await bring(page, { name: 'song.wav', mimeType: 'audio/wav', buffer: tone(2) }, 'What is heard?', ALTS.sound);
  await choose(page, second);
  await bring(page, PICTURE, 'What does the picture show?', ALTS.picture);
  await page.getByText('Take one from another question').click();
  await page.getByRole('button', { name: `Sound: ${ALTS.sound}` }).click();
  await screenshot(page, 'media', 'editor-picture-and-sound');
  await choose(page, third);
  await bring(
    page,
    { name: 'box.webm', mimeType: 'video/webm', buffer: await recordVideo(page) },
    'What does the video show?',
    ALTS.video,
  );
  await saved(page);
  expect(await axeFinds(page)).toEqual([]);
  await screenshot(page, 'media', 'editor-video');

  await page.reload();
  await choose(page, second);
  expect(await page.getByLabel('What does the picture show?').inputValue()).toBe(ALTS.picture);
  expect(await page.getByLabel('What is heard?').inputValue()).toBe(ALTS.sound);

  await page.getByRole('button', { name: 'Your quizzes' }).click();
  const file = await exported(page, 'one.quizcast');

  // Played, with a phone.
  await page.locator('.own', { hasText: 'What is it?' }).first().locator('.cover').click();
  await page.getByText('Names appear here as people join').first().waitFor();
  const pin =
    /(\d{3})\s*(\d{3})/
      .exec(await page.locator('.lobby-pin').innerText())
      ?.slice(1)
      .join('') ?? '';
  const ann = await phone(pin);
  const next = (name: string) =>
    page.getByRole('button', { name, exact: true }).and(page.locator('[aria-busy=false][aria-disabled=false]')).click();
  await page.getByText('Ann').first().waitFor();
  await next('Start');
  for (const [i, { text, right }] of [first, second, third].entries()) {
    await page.getByRole('heading', { name: text }).waitFor();
    await isPlaying(page);
    await ann.getByText(i < 2 ? ALTS.sound : ALTS.video).waitFor();
    await ann.getByRole('button', { name: right }).waitFor();
    for (const [who, one] of Object.entries({ host: page, ann })) {
      await screenshot(one, 'media', `${i}-open-${who}`);
      expect(await axeFinds(one)).toEqual([]);
    }
    await ann.getByRole('button', { name: right }).click();
    await page.getByRole('button', { name: 'Show standings' }).waitFor();
    await screenshot(page, 'media', `${i}-reveal-host`);
    await next('Show standings');
    await next('Next question');
  }
  expect(await ann.evaluate('document.querySelectorAll("audio, video").length')).toBe(0);
  isClean();

  const other = await startServer({
    port: 0,
    data: join(here.folder, 'other'),
    pages: join(import.meta.dirname, '..', '..', 'dist'),
    quizzes: [readQuizFile(join(import.meta.dirname, '..', 'quizzes', 'quick.json'))],
    onFault: (error) => expect.fail(String(error)),
  });
  onTestFinished(() => other.close());
  const elsewhere = await library(other);
  await elsewhere.getByRole('button', { name: 'Bring a quiz' }).click();
  await elsewhere.setInputFiles('.drop input', file);
  await elsewhere.getByText('5 taken').waitFor();
  await elsewhere.getByRole('button', { name: 'Make a quiz of these 5' }).click();
  await choose(elsewhere, third);
  expect(await elsewhere.getByLabel('What does the video show?').inputValue()).toBe(ALTS.video);

  // Exported again it is the same file, byte for byte.
  await elsewhere.getByRole('button', { name: 'Your quizzes' }).click();
  const again = await exported(elsewhere, 'two.quizcast');
  const inside = async (path: string) =>
    Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect((await inside(again)).map(([name]) => name)).toEqual((await inside(file)).map(([name]) => name));
  expect((await readFile(again)).equals(await readFile(file))).toBe(true);
});
