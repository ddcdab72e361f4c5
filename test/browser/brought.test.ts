// A spreadsheet goes into a quiz that is there: reviewed, mended, played, and taken out again.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type FixtureCell, workbookOf } from '../quizzes/formats/spreadsheet.ts';
import { KAHOOT_HEAD } from '../quizzes/formats/table-fixtures.ts';
import { axeFinds, screenshot, watch } from './page-checks.ts';
import { served } from './served.ts';

const here = served();

const ROWS: FixtureCell[][] = [
  [1, 'Which river is the longest in Europe?', 'Danube', 'Volga', 'Rhine', null, 20, 2],
  [2, 'Which lake is the deepest?', 'Baikal', 'Titicaca', null, null, 20, null],
  [3, 'Bats are birds.', 'True', 'False', null, null, 20, 2],
];
const KAHOOT = workbookOf({
  name: 'Kahoot',
  rows: [[], [null, 'Quiz template'], [null, 'Add questions'], [], [], [], [], KAHOOT_HEAD, ...ROWS],
});
const dropped = { name: 'rivers.xlsx', mimeType: '', buffer: Buffer.from(KAHOOT) };

const open = async (options: object = {}) => {
  const context = await here.browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1280, height: 720 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
};
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

test('a Kahoot spreadsheet goes into a quiz that is there; a draft is mended; it is played, and comes back from GIFT', async () => {
  const host = await open();
  const isClean = watch(host);
  await host.goto(`http://127.0.0.1:${here.server.port}/host#${here.server.key}`);

  // A first quiz, of pasted text.
  await button(host, 'Bring a quiz').first().click();
  await host.getByLabel('Or paste questions').fill('1. The capital of Peru?\n*A) Lima\nB) Quito');
  await host.getByLabel('Or paste questions').blur();
  await host.getByLabel('Title of the new quiz').fill('Geography');
  await button(host, 'Make a quiz of this question').click();
  await host.locator('.saving[data-saving="saved"]').waitFor();
  await button(host, 'Your quizzes').click();

  await button(host, 'Bring a quiz').first().click();
  await host.setInputFiles('.drop input', dropped);
  await host.getByText('2 taken · 1 to finish').waitFor();
  expect(await axeFinds(host)).toEqual([]);
  await screenshot(host, 'brought', 'review');
  await host.getByText('Taken as they are: 2 questions').click();
  expect(await host.locator('.review-answer').allInnerTexts()).toEqual(['✓ Volga', '✓ False']);
  await button(host, 'Mend: Which lake is the deepest?').click();
  await button(host, 'Right: Baikal').click();
  expect(await axeFinds(host)).toEqual([]);
  await button(host, 'Done').click();
  await host.getByText('3 taken').waitFor();
  await button(host, 'Leave out: Bats are birds.').click();
  await host.getByText('2 taken · 1 left out').waitFor();
  await button(host, 'Take: Bats are birds.').click();
  await host.getByLabel('One of your quizzes').check();
  await host.getByRole('radio', { name: /^Geography/ }).check();
  await button(host, 'Add these 3').click();
  await host.getByText('Which lake is the deepest?').first().waitFor();
  await host.locator('.saving[data-saving="saved"]').waitFor();
  await screenshot(host, 'brought', 'added');
  // One step to undo.
  await button(host, 'Undo').click();
  await expect.poll(() => host.locator('[role=option]').count()).toBe(1);
  await button(host, 'Redo').click();
  await expect.poll(() => host.locator('[role=option]').count()).toBe(4);
  await host.locator('.saving[data-saving="saved"]').waitFor();

  await button(host, 'Play').click();
  const pin = (await host.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const phone = await open({ viewport: { width: 390, height: 844 } });
  await phone.goto(`http://127.0.0.1:${here.server.port}/${pin}`);
  await phone.getByRole('textbox').fill('Ann');
  await phone.getByRole('textbox').press('Enter');
  await phone.locator('.lobby').waitFor();
  const next = () => host.locator('.next[aria-busy="false"][aria-disabled="false"]').click();
  await next();
  for (const right of ['Lima', 'Volga', 'Baikal', 'False']) {
    await phone.locator('.pad .tile', { hasText: right }).click();
    await phone.getByRole('heading', { name: 'Right', exact: true }).waitFor();
    if (right === 'False') break;
    await next();
    await next();
  }
  await next();
  await host.getByText('Ann').first().waitFor();
  await button(host, 'More').click();
  await button(host, 'Back to your quizzes').click();

  const own = host.locator('.own', { hasText: 'Geography' }).first();
  await own.locator('summary').click();
  await own.getByRole('button', { name: 'Export…' }).click();
  await host.getByRole('radio', { name: /^Moodle GIFT/ }).check();
  const [download] = await Promise.all([host.waitForEvent('download'), button(host, 'Save .gift').click()]);
  const path = join(here.folder, 'geography.gift');
  await download.saveAs(path);
  await host.keyboard.press('Escape');
  await button(host, 'Bring a quiz').first().click();
  await host.setInputFiles('.drop input', path);
  await host.getByText('4 taken').waitFor();
  expect(await host.locator('.review-text').allInnerTexts()).toEqual([
    'The capital of Peru?',
    'Which river is the longest in Europe?',
    'Which lake is the deepest?',
    'Bats are birds.',
  ]);
  expect(await host.locator('.review-answer').allInnerTexts()).toEqual(['✓ Lima', '✓ Volga', '✓ Baikal', '✓ False']);
  await button(host, 'Make a quiz of these 4').click();
  await host.locator('.saving[data-saving="saved"]').waitFor();
  expect(await host.locator('[role=option]').count()).toBe(4);
  isClean();
});
