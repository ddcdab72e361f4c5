// A host makes a quiz from nothing, edits it twice at once, plays it, and takes it along.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../local/server.ts';
import { bring } from '../../quizzes/formats/bring.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { libraryPage, makeQuiz, saved, write } from './library-page.ts';
import { axeFinds, screenshot } from './page-checks.ts';
import { served } from './served.ts';

const here = served('quick.json');

const QUESTIONS = [
  { text: 'The capital of Peru?', right: 'Lima', wrong: 'Quito' },
  { text: 'The capital of Chile?', right: 'Santiago', wrong: 'Valparaíso' },
  { text: 'The capital of Bolivia?', right: 'Sucre', wrong: 'La Paz' },
];
const PICTURE = join(import.meta.dirname, '..', '..', 'quizzes', 'pictures', 'die.svg');

const library = (server: { port: number; key: string }) => libraryPage(here.browser, server, { reducedMotion: 'reduce' });

async function openExport(page: Page, format: RegExp) {
  const own = page.locator('.own', { hasText: 'Capitals' }).first();
  await own.locator('summary').click();
  await own.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: format }).check();
}

/** @returns where it was saved */
async function exported(page: Page, format: RegExp, save: string, said: string[]): Promise<string> {
  await openExport(page, format);
  await page
    .locator('.export-losses')
    .getByText(said[0] ?? '', { exact: true })
    .waitFor();
  expect((await page.locator('.export-losses').innerText()).split('\n').filter(Boolean)).toEqual(said);
  expect(await axeFinds(page)).toEqual([]);
  await screenshot(page, 'library', save);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: save }).click()]);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const path = join(here.folder, `${files++}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
}
let files = 0;

async function printed(page: Page) {
  await openExport(page, /^Two printable versions/);
  const button = page.getByRole('button', { name: 'Open to print' });
  const [tab] = await Promise.all([page.context().waitForEvent('page'), button.click()]);
  const key = tab.getByRole('heading', { name: 'Answer key' });
  await key.waitFor();
  const keys = await tab.locator('td').allInnerTexts();
  expect(keys.map((letter, i) => (i < 3 ? letter : { A: 'B', B: 'A' }[letter]))).toEqual([
    ...keys.slice(0, 3),
    ...keys.slice(0, 3),
  ]);
  for (const [i, { right }] of [...QUESTIONS, ...QUESTIONS].entries()) {
    const option = tab.locator('.questions > li').nth(i).locator('.boxes li', { hasText: right });
    expect(await option.locator('.letter').innerText()).toBe(keys[i]);
  }
  expect(
    await tab.locator('img').evaluateAll((all) => all.map((one) => 'naturalWidth' in one && Number(one.naturalWidth) > 0)),
  ).toEqual([true, true]);
  expect(await axeFinds(tab)).toEqual([]);
  await tab.close();
}

test('a quiz made from nothing survives a reload, is played, and opens on another server with its picture', async () => {
  const page = await library(here.server);
  await makeQuiz(page, 'Capitals', QUESTIONS);
  await page.setInputFiles('.media-chooser input', PICTURE);
  await page.getByLabel('What does the picture show?').fill('A die');
  await saved(page);

  await page.reload();
  const own = page.locator('.own', { hasText: 'Capitals' }).first();
  await page.getByText('The capital of Bolivia?').first().click();
  expect(await page.getByLabel('What does the picture show?').inputValue()).toBe('A die');

  await page.getByRole('button', { name: 'Your quizzes' }).click();
  await own.getByText('3 questions').waitFor();
  const file = await exported(page, /^Quizcast file/, 'Save .quizcast', ['Everything is kept.']);
  const gift = await exported(page, /^Moodle GIFT/, 'Save .gift', [
    'What this format does not keep',
    'The language of the quiz is not kept.',
    'The picture is not kept: question 3.',
  ]);
  const back = await bring({ name: 'any', bytes: await readFile(gift) });
  expect('entries' in back && back.entries.map((entry) => entry.outcome === 'read' && entry.draft)).toEqual(
    QUESTIONS.map(({ text, right, wrong }) => ({ kind: 'choice', text, options: [right, wrong], right: 1 })),
  );
  await printed(page);

  await own.locator('.cover').click();
  await page.getByText('Names appear here as people join').first().waitFor();

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
  await elsewhere.getByText('3 taken').waitFor();
  await elsewhere.getByRole('button', { name: 'Make a quiz of these 3' }).click();
  await elsewhere.getByText('The capital of Bolivia?').first().click();
  expect(await elsewhere.getByLabel('What does the picture show?').inputValue()).toBe('A die');

  // Taken along again it is the same file, byte for byte.
  await elsewhere.getByRole('button', { name: 'Your quizzes' }).click();
  const second = await exported(elsewhere, /^Quizcast file/, 'Save .quizcast', ['Everything is kept.']);
  const inside = async (path: string) =>
    Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(await inside(second)).toEqual(await inside(file));
  expect((await readFile(second)).equals(await readFile(file))).toBe(true);
});

test('what another tab writes is there at once', async () => {
  const [left, right] = [await library(here.server), await library(here.server)];
  await left.getByRole('button', { name: 'New quiz' }).click();
  await left.getByLabel('Title of the quiz').fill('Two at once');
  await left.getByRole('button', { name: 'One right answer' }).click();
  await write(left, { text: 'The capital of Peru?', right: 'Lima', wrong: 'Quito' });
  await saved(left);
  await right.reload();
  await right.locator('.own', { hasText: 'Two at once' }).first().getByRole('button', { name: /^Edit/ }).click();
  await right.getByLabel('Question', { exact: true }).waitFor();
  await left.getByLabel('Question', { exact: true }).fill('The capital of Peru is called?');
  await right.getByText('The capital of Peru is called?').first().waitFor();
});

test('a binned quiz comes back by one click, a sample is edited as a copy', async () => {
  const page = await library(here.server);
  await page
    .getByRole('button', { name: /^Edit a copy/ })
    .first()
    .click();
  await page.getByLabel('Title of the quiz').waitFor();
  expect(await page.getByLabel('Title of the quiz').inputValue()).toMatch(/^Copy of /);
  await page.getByRole('button', { name: 'Your quizzes' }).click();
  const copy = page.locator('.own', { hasText: 'Copy of' }).first();
  await copy.locator('summary').click();
  await copy.getByRole('button', { name: 'Move to the bin' }).click();
  await copy.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await copy.waitFor();
});
