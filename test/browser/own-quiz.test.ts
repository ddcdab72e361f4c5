// A quiz of five from nothing, by somebody who has only the host link: kept, edited twice at once, played, and taken elsewhere.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../local/server.ts';
import { bring } from '../../quizzes/formats/bring.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { tone } from '../support/tone.ts';
import { detour } from './network-proxy.ts';
import { PHONE, playWithPhone } from './own-quiz-game.ts';
import * as own from './own-quiz-page.ts';
import { axeFinds, screenshot, watch } from './page-checks.ts';
import { recordVideo } from './record-video.ts';
import { served } from './served.ts';

const { button, choose, ownQuiz, question, saving } = own;
const here = served();

const SALT = { text: 'Which sea is the saltiest?', options: ['The Dead Sea', 'The Baltic', 'The Black Sea', 'The Red Sea'] };
const DIE = { text: 'What was thrown?', options: ['A die', 'A coin'] };
const LAKE = { text: 'The Caspian Sea is a lake.', options: [] };
const BIRD = { text: 'Which bird sings?', options: ['A robin', 'A crow'] };
const RIVER = { text: 'Which river is the longest?', options: ['The Nile', 'The Rhine'] };
const QUESTIONS = [SALT, DIE, LAKE, BIRD, RIVER];
const PICTURE = join(import.meta.dirname, '..', '..', 'quizzes', 'pictures', 'die.svg');
const ALTS = { sound: 'A song of three notes', picture: 'A die that fell', video: 'A box that moves' };
const QUIZCAST = { format: /^Quizcast file/, save: 'Save .quizcast', said: ['Everything is kept.'], folder: here.folder };

const library = (context: BrowserContext, port = here.server.port) => own.libraryPage(context, here.server.key, port);
const edit = (page: Page) => button(page, /^Edit: Seas/).click();

test('a quiz of five with all that can be shown and played is made, kept, played, and opens on another server', async () => {
  const context = await own.newContext(here.browser);
  const line = await detour(here.server.port);
  onTestFinished(() => line.close());
  const first = await library(context, line.port);
  const isClean = watch(first, { offline: true });
  await makeThree(first);
  await reloadInTheMiddle(first);
  await addMedia(first);

  // Without a line it is kept, by a closed page, too.
  await first.keyboard.press('Control+Enter');
  await saving(first, 'saved');
  line.cut();
  await own.write(first, RIVER);
  await saving(first, 'kept');
  isClean();
  await first.close();
  line.mend();
  const page = await library(context, line.port);
  const isStillClean = watch(page);
  await edit(page);
  await page.getByText(RIVER.text).first().click();
  await expect.poll(() => question(page).inputValue()).toBe(RIVER.text);
  await saving(page, 'saved');
  await editTwice(context, page);

  await choose(page, DIE);
  expect(await page.getByLabel('What does the picture show?').inputValue()).toBe(ALTS.picture);
  expect(await page.getByLabel('What is heard?').inputValue()).toBe(ALTS.sound);
  await button(page, 'Your quizzes').click();
  await ownQuiz(page, 'Seas').getByText('5 questions').waitFor();
  const file = await own.exported(page, 'Seas', QUIZCAST);
  await toGift(page);
  await own.printed(page, 'Seas', QUESTIONS, 1);
  await ownQuiz(page, 'Seas').locator('.cover').click();
  const asked = [SALT, DIE, LAKE].map((one, i) => ({ ...one, alt: i < 2 ? ALTS.sound : ALTS.video }));
  await playWithPhone(page, await own.newContext(here.browser, PHONE), asked);
  isStillClean();
  await takeElsewhere(file);
});

async function makeThree(page: Page) {
  let clicks = 0;
  await page.exposeFunction('clicked', () => clicks++);
  await page.evaluate("addEventListener('click', () => clicked(), { capture: true })");
  const start = Date.now();
  await button(page, 'New quiz').first().click();
  await page.getByLabel('Title of the quiz').fill('Seas');
  await page.locator('.kind-card').first().click();
  await own.write(page, SALT);
  for (const next of [DIE, LAKE]) {
    await page.keyboard.press('Control+Enter');
    await own.write(page, next);
  }
  await saving(page, 'saved');
  await button(page, 'Play').click();
  expect(await page.locator('.lobby-pin').innerText()).toMatch(/\d{3}\s*\d{3}/);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`From the host link to the PIN of an own quiz: ${clicks} clicks, ${seconds} s by script`);
  await button(page, 'More').click();
  await button(page, 'Back to your quizzes').click();
}

async function reloadInTheMiddle(page: Page) {
  await edit(page);
  await choose(page, LAKE);
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Kind').selectOption('choice');
  await question(page).fill(BIRD.text);
  await page.reload();
  await page.getByText(BIRD.text).first().click();
  await expect.poll(() => question(page).inputValue()).toBe(BIRD.text);
  await own.write(page, BIRD);
  await saving(page, 'saved');
}

async function addMedia(page: Page) {
  await choose(page, SALT);
  await own.bringMedia(page, { name: 'song.wav', mimeType: 'audio/wav', buffer: tone(2) }, 'What is heard?', ALTS.sound);
  await choose(page, DIE);
  await own.bringMedia(page, PICTURE, 'What does the picture show?', ALTS.picture);
  await page.getByText('Take one from another question').click();
  await button(page, `Sound: ${ALTS.sound}`).click();
  await screenshot(page, 'media', 'editor-picture-and-sound');
  await choose(page, LAKE);
  const video = { name: 'box.webm', mimeType: 'video/webm', buffer: await recordVideo(page) };
  await own.bringMedia(page, video, 'What does the video show?', ALTS.video);
  await saving(page, 'saved');
  expect(await axeFinds(page)).toEqual([]);
  await screenshot(page, 'media', 'editor-video');
  await choose(page, BIRD);
}

/** In two tabs, and thrown away in a third. */
async function editTwice(context: BrowserContext, one: Page) {
  const two = await library(context);
  await edit(two);
  await choose(two, RIVER);
  await question(two).fill('Which river is the widest?');
  await saving(two, 'saved');
  await expect.poll(() => question(one).inputValue()).toBe('Which river is the widest?');
  const three = await library(context);
  await ownQuiz(three, 'Seas').locator('summary').click();
  await ownQuiz(three, 'Seas').getByRole('button', { name: 'Move to the bin' }).click();
  await one.getByText('This quiz was moved to the bin on another page.').waitFor();
  expect(await axeFinds(one)).toEqual([]);
  await screenshot(one, 'editor', 'binned');
  await question(two).fill(RIVER.text);
  await button(one, 'Take it back').click();
  await expect.poll(() => two.getByText('This quiz was moved to the bin on another page.').count()).toBe(0);
  await three.reload();
  await ownQuiz(three, 'Seas').waitFor();
  await expect.poll(() => question(one).inputValue()).toBe(RIVER.text);
  for (const tab of [two, three]) await tab.close();
}

async function toGift(page: Page) {
  const said = [
    'What this format does not keep',
    'The language of the quiz is not kept.',
    'The time to read is not kept: questions 1-3.',
    'The sound is not kept: questions 1-2.',
    'The picture is not kept: question 2.',
    'The video is not kept: question 3.',
  ];
  const gift = await own.exported(page, 'Seas', { format: /^Moodle GIFT/, save: 'Save .gift', said, folder: here.folder });
  const back = await bring({ name: 'any', bytes: await readFile(gift) });
  expect('entries' in back && back.entries.map((entry) => entry.outcome === 'read' && entry.draft)).toEqual(
    QUESTIONS.map(({ text, options }) =>
      options.length ? { kind: 'choice', text, options, right: 1 } : { kind: 'true-false', text, right: true },
    ),
  );
}

async function takeElsewhere(file: string) {
  const other = await startServer({
    port: 0,
    data: join(here.folder, 'other'),
    pages: join(import.meta.dirname, '..', '..', 'dist'),
    quizzes: [readQuizFile(join(import.meta.dirname, '..', 'quizzes', 'quick.json'))],
    onFault: (error) => expect.fail(String(error)),
  });
  onTestFinished(() => other.close());
  const page = await own.libraryPage(await own.newContext(here.browser), other.key, other.port);
  await button(page, 'Bring a quiz').first().click();
  await page.setInputFiles('.drop input', file);
  await page.getByText('5 taken').waitFor();
  await button(page, 'Make a quiz of these 5').click();
  await choose(page, LAKE);
  expect(await page.getByLabel('What does the video show?').inputValue()).toBe(ALTS.video);

  // Exported again it is the same file, byte for byte.
  await button(page, 'Your quizzes').click();
  const again = await own.exported(page, 'Seas', QUIZCAST);
  const inside = async (path: string) =>
    Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]);
  expect(await inside(again)).toEqual(await inside(file));
  expect((await readFile(again)).equals(await readFile(file))).toBe(true);

  await own.copySample(page);
}
