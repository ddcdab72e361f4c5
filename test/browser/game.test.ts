// A whole game in Chromium: a host, three players.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { type LocalServer, startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { both, host as hostWords, player as words } from '../../web/words/en.ts';
import { sharedBrowser } from '../support/shared.ts';
import { type Detour, detour } from './network-proxy.ts';
import { axeFinds, screenshot, TAKES_SCREENSHOTS, watch } from './page-checks.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
const PROJECTOR = TAKES_SCREENSHOTS ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 844, height: 390 },
];

let server: LocalServer;
let browser: Browser;
let detours: Detour[];

beforeAll(async () => {
  server = await startServer({
    port: 0,
    data: directory,
    pages: join(ROOT, 'dist'),
    quizzes: [readQuizFile(join(ROOT, 'test/quizzes/every-kind.json'))],
    onFault: (error) => expect.fail(String(error)),
  });
  browser = await sharedBrowser();
  detours = await Promise.all(PHONES.map(() => detour(server.port)));
});
afterAll(async () => {
  await browser?.close();
  for (const one of detours ?? []) one.close();
  await server?.close();
  rmSync(directory, { recursive: true });
});

async function open(path: string, port: number, viewport: { width: number; height: number }, phone: boolean): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    reducedMotion: 'reduce',
    ...(phone && { hasTouch: true, isMobile: true, deviceScaleFactor: TAKES_SCREENSHOTS ? 2 : 1 }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`http://127.0.0.1:${port}${path}`);
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const titled = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
const tile = (page: Page, label: string) => page.locator('.pad-options .tile', { hasText: label });

const sizeOfQuestion = (page: Page) =>
  page.getByRole('heading', { level: 1 }).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));

async function look(name: string, pages: Record<string, Page>) {
  await Promise.all(Object.entries(pages).map(([who, page]) => screenshot(page, 'game', `${name}-${who}`)));
}

/** With axe; the gallery has the other states. */
async function inspect(name: string, pages: Record<string, Page>) {
  await look(name, pages);
  const finds = Object.entries(pages).map(async ([who, page]) =>
    (await axeFinds(page)).map((find) => `${name} of ${who}: ${find}`),
  );
  expect((await Promise.all(finds)).flat()).toEqual([]);
}

test('a whole game survives reloads and a lost network', async () => {
  const host = await open(`/host#${server.key}`, server.port, PROJECTOR, false);
  const watches = [watch(host)];
  onTestFailed(async () => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) await screenshot(page, 'game', `failed-${i}`);
  });
  // The button is busy while a move runs.
  const offered = (label: string) => button(host, label).and(host.locator('[aria-busy=false]'));
  const next = (label: string) => offered(label).click();
  const press = async (key: string, label: string) => {
    await offered(label).waitFor();
    await host.keyboard.press(key);
  };

  await seen(host, 'Every kind of question');
  expect(host.url()).not.toContain(server.key);
  await inspect('1-shelf', { host });
  await button(host, /^Every kind of question/).click();
  await seen(host, hostWords.lobby.empty);
  const pin = (await host.locator('body').innerText())
    .match(/(\d{3})\s(\d{3})/)!
    .slice(1)
    .join('');
  await look('2-empty-lobby', { host });

  const [ann, bo, cy] = (await Promise.all(
    PHONES.map((size, i) => open(i === 0 ? '/' : `/${pin}`, detours[i]!.port, size, true)),
  )) as [Page, Page, Page];
  watches.push(watch(ann), watch(bo, { offline: true }), watch(cy));
  await inspect('3-pin', { ann });
  await ann.getByLabel(words.outside.pin).fill(pin);
  await button(ann, words.outside.next).click();
  for (const [page, name] of [
    [ann, 'Ann'],
    [bo, 'Bo'],
  ] as const) {
    await page.getByLabel(words.name.label).fill(name);
    await button(page, words.outside.join).click();
    await seen(page, words.lobby.title);
  }
  await cy.getByLabel(words.name.label).fill('ann');
  await button(cy, words.outside.join).click();
  await seen(cy, words.name.taken('ann'));
  await look('4-name-taken', { cy });
  await button(cy, words.name.try('ann2')).click();
  await seen(cy, words.lobby.title);
  await button(cy, words.lobby.rename).click();
  await cy.getByLabel(words.name.label).fill('Cy');
  await button(cy, words.lobby.save).click();
  for (const name of ['Ann', 'Bo', 'Cy']) await seen(host, name);
  await inspect('5-lobby', { host, ann, bo, cy });

  // One right answer: Ann right, Bo wrong, Cy right but later.
  await next(hostWords.moves.start);
  await screenshot(ann, 'game', '6-get-ready-ann');
  await screenshot(host, 'game', '6-get-ready-host');
  await seen(ann, 'Which planet is closest to the Sun?');
  await look('7-reading', { host, ann, bo, cy });
  await tile(ann, 'Mercury').click();
  await seen(ann, words.question.waiting(2));
  await tile(bo, 'Venus').click();
  expect(await sizeOfQuestion(host)).toBeGreaterThan(PROJECTOR.height / 18);
  await inspect('8-open', { host, ann, bo, cy });
  await tile(cy, 'Mercury').click();
  await titled(ann, words.result.right);
  await titled(bo, words.result.wrong);
  await inspect('9-reveal', { host, ann, bo, cy });
  await next(hostWords.moves.standings);
  await titled(host, hostWords.standings.title);
  await inspect('10-standings', { host });

  // Ann reloads after answering; Bo chooses while offline.
  await next(hostWords.moves.question);
  await tile(ann, '11').click();
  await tile(ann, '29').click();
  await button(ann, both.send).click();
  await seen(ann, words.question.waiting(2));
  await ann.reload();
  await seen(ann, 'Which of these are prime numbers?');
  await expect.poll(() => ann.locator('.tile[aria-pressed=true]').allInnerTexts()).toEqual(['11', '29']);
  await tile(bo, '2').first().waitFor();
  detours[1]!.cut();
  await seen(bo, words.lost);
  await look('11-lost', { bo });
  await bo.locator('.pad-options .tile').first().click();
  await button(bo, both.send).click();
  await screenshot(host, 'game', '12-one-is-gone-host');
  detours[1]!.mend();
  await seen(bo, words.question.waiting(1));
  await look('13-several', { host, ann, bo, cy });
  for (const number of [0, 2, 4]) await cy.locator('.pad-options .tile').nth(number).click();
  await button(cy, both.send).click();
  await titled(cy, words.result.right);
  await titled(ann, words.result.partly);
  await titled(bo, words.result.partly);
  await inspect('14-reveal-several', { host, ann, bo, cy });

  await next(hostWords.moves.standings);
  await next(hostWords.moves.question);
  await tile(ann, 'A compass').click();
  await host.reload();
  await seen(host, 'Which instrument is this?');
  await look('15-picture', { host, ann, bo, cy });
  await tile(bo, 'A compass').click();
  await press('Space', hostWords.moves.close);
  await titled(cy, words.result.none);
  await look('16-reveal-picture', { host, cy });

  await press('Enter', hostWords.moves.standings);
  await titled(host, hostWords.standings.title);
  await press('Enter', hostWords.moves.question);
  await tile(ann, both.false).click();
  await look('17-true-false', { host, ann, bo, cy });
  await tile(bo, both.true).click();
  await tile(cy, both.true).click();
  await titled(bo, words.result.right);
  await host.emulateMedia({ reducedMotion: 'no-preference' });
  await next(hostWords.moves.podium);
  await seen(ann, words.podium.title);
  // Confetti sizes its canvas to the screen.
  await expect.poll(() => host.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(PROJECTOR.width);
  await inspect('18-podium', { host, ann, bo, cy });

  // The keys that move a game on keep its results, however quick.
  for (const key of Array(10).fill(['Space', 'Enter', 'PageDown']).flat()) {
    await host.keyboard.press(key);
    await titled(host, hostWords.again.title);
    await host.keyboard.press('Enter');
    await seen(host, hostWords.podium.results);
  }

  const download = host.waitForEvent('download');
  await button(host, hostWords.podium.results).click();
  const csv = (await text(await (await download).createReadStream())).replace(/^\uFEFF/, '');
  const rows = csv.trim().split(/\r?\n/);
  expect(rows).toHaveLength(1 + 3 * 4);
  expect(rows[0]).toBe(hostWords.csv.columns.join(','));

  await next(hostWords.moves.again);
  await look('18-again', { host });
  await button(host, hostWords.again.yes).last().click();
  await seen(ann, words.lobby.title);
  await seen(host, hostWords.podium.results);
  await look('18-lobby-again', { host });
  await button(host, hostWords.menu.open).click();
  await look('19-menu', { host });
  await button(host, hostWords.menu.end).click();
  await button(host, hostWords.end.yes).last().click();
  await seen(ann, words.over.title);
  await look('20-over', { host, ann });
  for (const clean of watches) clean();
});
