// A host makes a quiz from nothing, edits it twice at once, plays it, and takes it along.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { served } from './served.ts';

const here = served('quick.json');

const QUESTIONS = [
  { text: 'The capital of Peru?', right: 'Lima', wrong: 'Quito' },
  { text: 'The capital of Chile?', right: 'Santiago', wrong: 'Valparaíso' },
  { text: 'The capital of Bolivia?', right: 'Sucre', wrong: 'La Paz' },
];
const PICTURE = join(import.meta.dirname, '..', '..', 'quizzes', 'pictures', 'die.svg');

async function library(server: { port: number; key: string }): Promise<Page> {
  const context = await here.browser.newContext({ viewport: { width: 1280, height: 720 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(error.message));
  await page.goto(`http://localhost:${server.port}/host#${server.key}`);
  await page.getByRole('button', { name: 'New quiz' }).waitFor();
  return page;
}

const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

async function write(page: Page, { text, right, wrong }: (typeof QUESTIONS)[number]) {
  await page.getByLabel('Question', { exact: true }).fill(text);
  await page.getByLabel('Option 1', { exact: true }).fill(right);
  await page.getByLabel('Option 2', { exact: true }).fill(wrong);
  await page.getByLabel(`Right: ${right}`).click();
  for (let more = 0; more < 2; more++) await page.getByLabel('Remove option 3').click({ force: true });
}

async function makeQuiz(page: Page) {
  await page.getByRole('button', { name: 'New quiz' }).click();
  await page.getByLabel('Title of the quiz').fill('Capitals');
  for (const [i, question] of QUESTIONS.entries()) {
    await page.getByRole('button', { name: i ? 'Add a question' : 'One right answer' }).click();
    await write(page, question);
  }
  await saved(page);
}

test('a quiz made from nothing survives a reload, is played, and opens on another server with its picture', async () => {
  const page = await library(here.server);
  await makeQuiz(page);
  await page.setInputFiles('.picture-chooser input', PICTURE);
  await page.getByLabel('What does the picture show?').fill('A die');
  await saved(page);

  await page.reload();
  const own = page.locator('.own', { hasText: 'Capitals' }).first();
  await page.getByText('The capital of Bolivia?').first().click();
  expect(await page.getByLabel('What does the picture show?').inputValue()).toBe('A die');

  await page.getByRole('button', { name: 'Your quizzes' }).click();
  await own.getByText('3 questions').waitFor();
  await own.locator('summary').click();
  const [download] = await Promise.all([page.waitForEvent('download'), own.getByRole('button', { name: 'Take along' }).click()]);
  expect(download.suggestedFilename()).toBe('Capitals.quizcast');
  const file = join(here.folder, 'Capitals.quizcast');
  await download.saveAs(file);

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
  const again = elsewhere.locator('.own', { hasText: 'Capitals' }).first();
  await again.locator('summary').click();
  const [second] = await Promise.all([
    elsewhere.waitForEvent('download'),
    again.getByRole('button', { name: 'Take along' }).click(),
  ]);
  await second.saveAs(`${file}-2`);
  const inside = async (path: string) =>
    Object.entries(unzipSync(await readFile(path))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(await inside(`${file}-2`)).toEqual(await inside(file));
  expect((await readFile(`${file}-2`)).equals(await readFile(file))).toBe(true);
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
