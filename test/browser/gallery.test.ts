// Renders every state; checks layout and axe, takes screenshots.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../support/shared.ts';
import type { Demands } from './gallery-demands.ts';
import { serveGalleries } from './gallery-server.ts';
import { TAKES_SCREENSHOTS } from './page-checks.ts';

const SHOTS = join(import.meta.dirname, '..', '..', 'screenshots', 'gallery');

type Size = [width: number, height: number];

interface Gallery extends Demands {
  page: string;
  sizes: [Size, ...Size[]];
  /** Size for doubled text; only vertical scrolling allowed. */
  large: Size;
}

const player: Gallery = {
  page: 'player',
  sizes: [
    [390, 844],
    [320, 568],
    [844, 390],
  ],
  large: [390, 844],
  taps: { 'button, a, input, summary': 44, '.tile': 64 },
  whole: '.screen, .question .sheet, .tile, .ask',
};
const host: Gallery = {
  page: 'host',
  sizes: [
    [1280, 720],
    [1920, 1080],
    [390, 844],
  ],
  large: [640, 720],
  taps: { 'button, a, input, summary': 24 },
  whole: '.stage, .ask, .tile-label, .explanation-text, .step-names',
};
const editor: Gallery = {
  page: 'editor',
  sizes: [
    [1280, 720],
    [820, 1180],
    [390, 844],
  ],
  large: [640, 720],
  taps: { 'button, a, input, select, textarea': 24 },
  whole: '.growing, .edited-label',
};
const GALLERIES = [player, host, editor];

let server: Awaited<ReturnType<typeof serveGalleries>>;
let browser: Browser;

beforeAll(async () => {
  server = await serveGalleries(GALLERIES.map(({ page }) => page));
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(gallery: Gallery) {
  const complaints: string[] = [];
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => {
    // Of a preview that was closed meanwhile.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`not loaded: ${request.url()}`);
  });
  const camera = await page.context().newCDPSession(page);
  await page.goto(`${server.url}/${gallery.page}`);
  const states = await page.evaluate<string[]>('gallery.names');

  /** Playwright's own screenshot waits longer than needed. */
  async function photograph(folder: string, state: string) {
    if (!TAKES_SCREENSHOTS) return;
    const { data } = await camera.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    const path = join(SHOTS, gallery.page, folder, `${state}.png`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  const found = async (check: string) => [...(await page.evaluate<string[]>(`gallery.${check}`)), ...complaints.splice(0)];

  return { page, states, photograph, found };
}

const resize = (page: Page, [width, height]: Size) => page.setViewportSize({ width, height });
/** At the limits of RULES a question scrolls on phones less high than usual. */
const wholeIn = ({ whole }: Gallery, state: string, [, height]: Size) =>
  state === 'open-longest' && height < 844 ? whole.replace('.question .sheet, ', '') : whole;
const placed = (demands: Demands) => `faultsOf(${JSON.stringify(demands)})`;

const withoutEdges = (page: Page): Promise<string[]> =>
  page.locator('button:visible, .tile:visible').evaluateAll((all) =>
    all
      .map((one) => ({ one, style: getComputedStyle(one) }))
      .filter(({ style }) => style.outlineStyle === 'none' || style.outlineColor === 'rgba(0, 0, 0, 0)')
      .map(({ one }) => `no edge with forced colours: ${one.className}`),
  );

/** Texts of a quiz name its language, and ours name ours. */
const inWrongLanguage = (page: Page): Promise<string[]> =>
  page.locator('x-t, img[alt]').evaluateAll((all) =>
    all.flatMap((one) => {
      const text = one.textContent || one.getAttribute('alt') || '';
      const language = one.closest('[lang]')?.getAttribute('lang');
      // Announcements mix both.
      if (!/\p{L}/u.test(text) || one.closest('[role=status]')) return [];
      return language === (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en') ? [] : `${text} in ${language}`;
    }),
  );

const pinned = (page: Page): Promise<string[]> =>
  page
    .locator('button')
    .evaluateAll((all) =>
      all
        .filter((one) => getComputedStyle(one).position === 'fixed')
        .map(() => 'zoomed to 400 % a button covers what the host reads'),
    );

test.concurrent.each(GALLERIES)(
  'every state of the $page page fits every size, with doubled text too, has large tap targets, edges and languages, and passes axe',
  async (gallery) => {
    const { page, states, photograph, found } = await open(gallery);
    await page.evaluate(axe.source);
    const faults: string[] = [];
    const note = (state: string, what: string, more: readonly string[]) =>
      faults.push(...more.map((fault) => `${state}, ${what}: ${fault}`));
    for (const state of states) {
      await resize(page, gallery.sizes[0]);
      await page.evaluate(`gallery.draw('${state}')`);
      note(state, 'axe', await found('axeFaults()'));
      if (state.endsWith('arabic')) note(state, 'language', await inWrongLanguage(page));
      for (const size of gallery.sizes) {
        await resize(page, size);
        const name = size.join('x');
        note(state, name, await found(placed({ ...gallery, whole: wholeIn(gallery, state, size) })));
        await photograph(name, state);
      }
      if (gallery === host) {
        await resize(page, [320, 180]);
        note(state, 'zoom', await pinned(page));
        await photograph('zoom-400', state);
      }
    }
    // Switched once: each switch styles the whole page anew.
    await resize(page, gallery.large);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    for (const state of states) {
      await page.evaluate(`gallery.draw('${state}')`);
      note(state, 'edges', await withoutEdges(page));
      note(state, 'doubled text', await found(placed({ ...gallery, whole: '' })));
      await photograph('large-text', state);
    }
    expect(faults).toEqual([]);
  },
);
