// A quiz from nothing: made, kept, edited in two tabs and played, by somebody who has only the host link.
import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { detour } from './network-proxy.ts';
import { axeFinds, screenshot, watch } from './page-checks.ts';
import { served } from './served.ts';

const here = served();

const newContext = () => here.browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 720 } });

async function library(context: BrowserContext, port = here.server.port): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`http://127.0.0.1:${port}/host#${here.server.key}`);
  return page;
}

const make = (page: Page) => page.getByRole('button', { name: 'New quiz' }).first().click();
const saving = (page: Page, state: string) => page.waitForSelector(`.saving[data-saving="${state}"]`);
const question = (page: Page) => page.getByLabel('Question', { exact: true });

/** Two options, the first is right. */
async function write(page: Page, text: string, options: readonly string[]) {
  await question(page).fill(text);
  for (const [i, option] of options.entries()) await page.getByLabel(`Option ${i + 1}`, { exact: true }).fill(option);
  await page.getByRole('button', { name: `Right: ${options[0]}` }).click();
}

test('from the host link to the PIN of an own quiz of three questions', async () => {
  const page = await library(await newContext());
  const isClean = watch(page);
  let clicks = 0;
  await page.exposeFunction('clicked', () => {
    clicks++;
  });
  await page.evaluate("addEventListener('click', () => clicked(), { capture: true })");
  const start = Date.now();
  await make(page);
  await page.getByLabel('Title of the quiz').fill('Seas');
  await page.locator('.kind-card').first().click();
  await write(page, 'Which sea is the saltiest?', ['The Dead Sea', 'The Baltic', 'The Black Sea', 'The Red Sea']);
  await page.keyboard.press('Control+Enter');
  await write(page, 'Which is the largest ocean?', ['The Pacific', 'The Atlantic', 'The Indian', 'The Arctic']);
  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Kind').selectOption('true-false');
  await question(page).fill('The Caspian Sea is a lake.');
  await page.getByRole('button', { name: 'Right: True' }).click();
  await saving(page, 'saved');
  expect(await axeFinds(page)).toEqual([]);
  await screenshot(page, 'editor', 'made');
  await page.getByRole('button', { name: 'Play' }).click();
  expect(await page.locator('.lobby-pin').innerText()).toMatch(/\d{3}\s*\d{3}/);
  console.log(
    `From the host link to the PIN of an own quiz: ${clicks} clicks, ${((Date.now() - start) / 1000).toFixed(1)} s by script`,
  );
  isClean();
});

test('a reload in the middle leads back to the quiz, with all that was typed', async () => {
  const page = await library(await newContext());
  await make(page);
  await page.locator('.kind-card').first().click();
  await question(page).fill('Which lake?');
  await page.reload();
  await expect.poll(() => question(page).inputValue()).toBe('Which lake?');
  await saving(page, 'saved');
});

test('what is typed without a line is kept, also by a closed page, and saved when the line is back', async () => {
  const context = await newContext();
  const line = await detour(here.server.port);
  const page = await library(context, line.port);
  await make(page);
  await page.getByLabel('Title of the quiz').fill('Rivers');
  await page.locator('.kind-card').first().click();
  await saving(page, 'saved');
  line.cut();
  await question(page).fill('Which river is the longest?');
  await saving(page, 'kept');
  await page.close();
  line.mend();
  const again = await library(context, line.port);
  await again
    .getByRole('button', { name: /Rivers/ })
    .first()
    .waitFor();
  await again.getByRole('button', { name: /^Edit: Rivers/ }).click();
  await expect.poll(() => question(again).inputValue()).toBe('Which river is the longest?');
  await saving(again, 'saved');
  line.close();
});

test('two tabs with one quiz hear of each other at once, and overwrite nothing unseen', async () => {
  const context = await newContext();
  const one = await library(context);
  await make(one);
  await one.getByLabel('Title of the quiz').fill('Lakes');
  await one.locator('.kind-card').first().click();
  await question(one).fill('Which lake is the deepest?');
  await saving(one, 'saved');
  const two = await library(context);
  await two.getByRole('button', { name: /^Edit: Lakes/ }).click();
  await expect.poll(() => question(two).inputValue()).toBe('Which lake is the deepest?');
  await question(two).fill('Which lake is the largest?');
  await saving(two, 'saved');
  await expect.poll(() => question(one).inputValue()).toBe('Which lake is the largest?');
  const three = await library(context);
  const lakes = three.locator('.own', { hasText: 'Lakes' });
  await lakes.locator('summary').click();
  await lakes.getByRole('button', { name: 'Move to the bin' }).click();
  await one.getByText('This quiz was moved to the bin on another page.').waitFor();
  expect(await axeFinds(one)).toEqual([]);
  await screenshot(one, 'editor', 'binned');
  await question(two).fill('Which lake is the coldest?');
  await one.getByRole('button', { name: 'Take it back' }).click();
  await expect.poll(() => two.getByText('This quiz was moved to the bin on another page.').count()).toBe(0);
  await three.reload();
  await lakes.waitFor();
  await expect.poll(() => question(one).inputValue()).toBe('Which lake is the coldest?');
});
