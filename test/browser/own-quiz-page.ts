// What a host does with a quiz of their own, by pointer and keys.
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { axeFinds, screenshot } from './page-checks.ts';

export interface WrittenQuestion {
  text: string;
  /** The right one first; none: true or false, and it is true. */
  options: readonly string[];
}

export async function newContext(browser: Browser, options: object = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 720 }, ...options });
  onTestFinished(() => context.close());
  return context;
}

/** The host's first page. @param port of a detour */
export async function libraryPage(context: BrowserContext, key: string, port: number): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`http://127.0.0.1:${port}/host#${key}`);
  return page;
}

export const saving = (page: Page, state: string) => page.waitForSelector(`.saving[data-saving="${state}"]`);
export const question = (page: Page) => page.getByLabel('Question', { exact: true });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const ownQuiz = (page: Page, title: string) => page.locator('.own', { hasText: title }).first();
export const choose = (page: Page, { text }: WrittenQuestion) => page.locator('.question-row', { hasText: text }).first().click();

export async function write(page: Page, { text, options }: WrittenQuestion) {
  if (!options.length) await page.getByLabel('Kind').selectOption('true-false');
  await question(page).fill(text);
  for (const [i, option] of options.entries()) await page.getByLabel(`Option ${i + 1}`, { exact: true }).fill(option);
  for (let more = options.length; options.length && more < 4; more++)
    await page.getByLabel(`Remove option ${options.length + 1}`).click({ force: true });
  await page.getByRole('button', { name: `Right: ${options[0] ?? 'True'}` }).click();
}

type File = string | { name: string; mimeType: string; buffer: Buffer };

/** Into the question that is open. */
export async function bringMedia(page: Page, file: File, label: string, alt: string) {
  await page.setInputFiles('.media-chooser input', file);
  await page.getByLabel(label).fill(alt);
  await page.getByLabel('Time to read').selectOption({ label: '1 s' });
}

export async function openExport(page: Page, title: string, format: RegExp) {
  await ownQuiz(page, title).locator('summary').click();
  await ownQuiz(page, title).getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: format }).check();
}

/** @returns where it was saved in `folder` */
export async function exported(page: Page, title: string, as: { format: RegExp; save: string; said: string[]; folder: string }) {
  await openExport(page, title, as.format);
  const losses = page.locator('.export-losses');
  await losses.getByText(as.said[0] ?? '', { exact: true }).waitFor();
  expect((await losses.innerText()).split('\n').filter(Boolean)).toEqual(as.said);
  if (as.said.length > 1) expect(await axeFinds(page)).toEqual([]);
  await screenshot(page, 'library', as.save);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, as.save).click()]);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const path = join(as.folder, `${files++}-${download.suggestedFilename()}`);
  await download.saveAs(path);
  return path;
}
let files = 0;

/** Two versions whose answers are in another order; each letter of the key is that of a right option. */
export async function printed(page: Page, title: string, questions: readonly WrittenQuestion[], pictures: number) {
  await openExport(page, title, /^Two printable versions/);
  const [tab] = await Promise.all([page.context().waitForEvent('page'), button(page, 'Open to print').click()]);
  await tab.getByRole('heading', { name: 'Answer key' }).waitFor();
  const keys = await tab.locator('td').allInnerTexts();
  const asked = [...questions, ...questions];
  const right = asked.map(async ({ options: [first] }, i) => {
    if (first === undefined) return 'True';
    const box = tab.locator('.questions > li').nth(i).locator('.boxes li', { hasText: first });
    return box.locator('.letter').innerText();
  });
  expect(await Promise.all(right)).toEqual(keys);
  expect(keys.slice(questions.length)).not.toEqual(keys.slice(0, questions.length));
  const isShown = tab
    .locator('img')
    .evaluateAll((all) => all.map((one) => 'naturalWidth' in one && Number(one.naturalWidth) > 0));
  expect(await isShown).toEqual(Array(2 * pictures).fill(true));
  expect(await axeFinds(tab)).toEqual([]);
  await tab.close();
}

/** Edited as a copy, which one click takes out of the bin. */
export async function copySample(page: Page) {
  await button(page, /^Edit a copy/)
    .first()
    .click();
  await expect.poll(() => page.getByLabel('Title of the quiz').inputValue()).toMatch(/^Copy of /);
  await button(page, 'Your quizzes').click();
  const copy = ownQuiz(page, 'Copy of');
  await copy.locator('summary').click();
  await copy.getByRole('button', { name: 'Move to the bin' }).click();
  await copy.waitFor({ state: 'detached' });
  await button(page, 'Undo').click();
  await copy.waitFor();
}
