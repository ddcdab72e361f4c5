// The editor in a browser: by keyboard alone, by pointer, and how quick it is.
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Draft } from '../../game/quiz/library.ts';
import { sharedBrowser } from '../support/shared.ts';
import { serveGalleries } from './gallery-server.ts';
import { screenshot, watch } from './page-checks.ts';

const CHOICE = { kind: 'choice', text: 'Which sea?', options: ['Red', 'Black'], right: 1 };

let server: Awaited<ReturnType<typeof serveGalleries>>;
let browser: Browser;
beforeAll(async () => {
  server = await serveGalleries(['player', 'host', 'editor']);
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function opened(drafts: readonly Draft[]) {
  const page = await browser.newPage({ reducedMotion: 'reduce', viewport: { width: 1280, height: 720 } });
  const isClean = watch(page);
  await page.goto(`${server.url}/editor`);
  await page.evaluate(`globalThis.at = gallery.work(${JSON.stringify(drafts)})`);
  await page.waitForSelector('.editor');
  const saved = () => page.evaluate<Draft[]>('at.saved()');
  const said = () => page.locator('.editor > [role=status]').textContent();
  return { page, saved, said, isClean };
}

const press = async (page: Page, keys: string) => {
  for (const key of keys.split(' ')) await page.keyboard.press(key);
};
const isSaved = (page: Page) => page.waitForSelector('.saving[data-saving="saved"]');

test('a question is made, moved, brought back and checked by keyboard alone, and axe finds nothing', async () => {
  const { page, saved, said, isClean } = await opened([]);
  // The first kind comes after the title of the pane, which has the focus.
  await press(page, 'Tab Enter');
  // Its text has the focus.
  await page.keyboard.type('Who?');
  // Over the picture to the first option.
  await press(page, 'Tab Tab');
  for (const name of ['Ann', 'Ben', 'Cem', 'Dora', 'Eva']) {
    await page.keyboard.type(name);
    await press(page, 'Enter');
    await page.waitForFunction((last) => (document.activeElement as HTMLTextAreaElement).value !== last, name);
  }
  await page.keyboard.type('Finn');
  await page.getByRole('button', { name: 'Right: Ben' }).focus();
  await press(page, 'Space');
  await page.waitForSelector('.right-mark[aria-pressed="true"]');
  await isSaved(page);
  expect(await saved()).toEqual([
    { kind: 'choice', text: 'Who?', options: ['Ann', 'Ben', 'Cem', 'Dora', 'Eva', 'Finn'], right: 2 },
  ]);

  await press(page, 'Control+Enter');
  await page.waitForFunction(() => (document.activeElement as HTMLTextAreaElement).value === '');
  await page.keyboard.type('When?');
  await press(page, 'Alt+ArrowUp');
  await expect.poll(said).toBe('Moved to place 1 of 2');
  await page.getByRole('listbox').focus();
  await press(page, 'ArrowDown Shift+ArrowUp Delete');
  await expect.poll(said).toBe('2 questions deleted. Undo brings them back.');
  await press(page, 'Control+z');
  await isSaved(page);
  expect((await saved()).map(({ text }) => text)).toEqual(['When?', 'Who?']);

  await page.evaluate(axe.source);
  expect(await page.evaluate('gallery.axeFaults()')).toEqual([]);
  await page.getByRole('button', { name: 'Play' }).focus();
  await press(page, 'Enter');
  await page.waitForSelector('.missing p');
  expect(await page.locator('.missing p > span').textContent()).toBe(
    'Question 1: Write this option or remove it · 4 more to finish',
  );
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Option 1');
  isClean();
});

test('lines that are pasted into an option become options', async () => {
  const { page, saved } = await opened([{ kind: 'choice', text: 'Who?', options: ['', ''], right: 1 }]);
  await page.getByLabel('Option 1', { exact: true }).evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'a) Ann\r\nb) Ben\r\n\r\nc) Cem');
    clipboardData.setData('text/html', '<b>Ann</b>');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await isSaved(page);
  expect(await saved()).toEqual([{ kind: 'choice', text: 'Who?', options: ['Ann', 'Ben', 'Cem'], right: 1 }]);
});

test('questions are dragged, several at once', async () => {
  const { page, saved } = await opened(['a', 'b', 'c', 'd'].map((text) => ({ ...CHOICE, text })));
  const row = (n: number) => page.locator('.question-row').nth(n);
  await row(0).click();
  await row(1).click({ modifiers: ['Shift'] });
  await row(0).dragTo(row(3), { targetPosition: { x: 40, y: 50 } });
  await isSaved(page);
  await expect.poll(async () => (await saved()).map(({ text }) => text)).toEqual(['c', 'd', 'a', 'b']);
});

test('what somebody else has saved meanwhile is told, both are there, and one click takes either', async () => {
  const { page, saved } = await opened([CHOICE]);
  await page.getByLabel('Question', { exact: true }).fill('Which ocean?');
  await page.evaluate(`at.elsewhere('q0', ${JSON.stringify({ ...CHOICE, text: 'Which lake?' })})`);
  const clash = page.getByRole('region', { name: 'Somebody else has changed this question' });
  await clash.waitFor();
  expect(await clash.locator('td').allTextContents()).toEqual(['Which ocean?', 'Which lake?']);
  await screenshot(page, 'editor', 'clash');
  await page.getByRole('button', { name: 'Keep this one' }).click();
  await isSaved(page);
  await expect.poll(async () => (await saved())[0]?.text).toBe('Which ocean?');
});

test('the preview follows what is typed, by the very components of the game', async () => {
  const { page } = await opened([CHOICE]);
  const phone = page.frameLocator('iframe[title="Preview: On phones"]');
  await phone.locator('.pad .tile').first().waitFor();
  await page.getByLabel('Option 2', { exact: true }).fill('Baltic');
  await expect.poll(() => phone.locator('.tile-label').allTextContents()).toEqual(['Red', 'Baltic']);
  const projector = page.frameLocator('iframe[title="Preview: On the big screen"]');
  expect(await projector.locator('.tile-label').allTextContents()).toEqual(['Red', 'Baltic']);
});

test('with 200 questions every key stroke is shown, as with 5, and how quickly is told', async () => {
  const figures: string[] = [];
  for (const count of [5, 200]) {
    const { page } = await opened(Array.from({ length: count }, (_, i) => ({ ...CHOICE, text: `Which sea, ${i}?` })));
    // A focused text may have its caret at either end.
    await page.getByLabel('Question', { exact: true }).press('Control+End');
    await page.evaluate('globalThis.times = gallery.timeKeys()');
    await page.keyboard.type('Is it the saltiest of all seas', { delay: 40 });
    await page.waitForFunction('times.length >= 30');
    expect(await page.getByLabel('Question', { exact: true }).inputValue()).toBe('Which sea, 0?Is it the saltiest of all seas');
    const [first = 0, ...rest] = await page.evaluate<number[]>('times');
    const sorted = [...rest].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    figures.push(`${count} questions: first key ${first.toFixed(0)} ms, median ${median.toFixed(0)} ms`);
  }
  console.log(`Key strokes shown: ${figures.join('; ')}`);
});
