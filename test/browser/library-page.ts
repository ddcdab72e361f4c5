// The host's first page, and a quiz made there by hand.
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

export interface WrittenQuestion {
  text: string;
  right: string;
  wrong: string;
}

export async function libraryPage(browser: Browser, server: { port: number; key: string }, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.on('pageerror', (error) => expect.fail(error.message));
  await page.goto(`http://localhost:${server.port}/host#${server.key}`);
  await page.getByRole('button', { name: 'New quiz' }).waitFor();
  return page;
}

export const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();

export async function write(page: Page, { text, right, wrong }: WrittenQuestion) {
  await page.getByLabel('Question', { exact: true }).fill(text);
  await page.getByLabel('Option 1', { exact: true }).fill(right);
  await page.getByLabel('Option 2', { exact: true }).fill(wrong);
  await page.getByLabel(`Right: ${right}`).click();
  for (let more = 0; more < 2; more++) await page.getByLabel('Remove option 3').click({ force: true });
}

export async function makeQuiz(page: Page, title: string, questions: readonly WrittenQuestion[]) {
  await page.getByRole('button', { name: 'New quiz' }).click();
  await page.getByLabel('Title of the quiz').fill(title);
  for (const [i, question] of questions.entries()) {
    await page.getByRole('button', { name: i ? 'Add a question' : 'One right answer' }).click();
    await write(page, question);
  }
  await saved(page);
}
