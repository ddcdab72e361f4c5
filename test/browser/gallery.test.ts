// Every state of both pages in a real browser: drawn, measured, read by axe, and photographed into `screenshots/gallery/`.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import axe from 'axe-core';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../support/shared.ts';
import type { Demands } from './gallery-demands.ts';
import { serveGalleries } from './gallery-server.ts';
import { TAKES_SCREENSHOTS } from './page-checks.ts';

const SHOTS = join(import.meta.dirname, '..', '..', 'screenshots', 'gallery');

interface Gallery extends Demands {
  /** Named as its file in `gallery/` and its page in `web/`. */
  page: string;
  sizes: [width: number, height: number][];
  /** With text twice as large, at this size. Then it may scroll, but not sideways. */
  large: [width: number, height: number];
}

const GALLERIES: Gallery[] = [
  {
    page: 'player',
    sizes: [
      [390, 844],
      [320, 568],
      [844, 390],
    ],
    large: [390, 844],
    taps: { 'button, a, input, summary': 44, '.tile': 64 },
    whole: '.screen, .question .sheet, .tile, .ask',
  },
  {
    page: 'host',
    sizes: [
      [1280, 720],
      [1920, 1080],
      [390, 844],
    ],
    large: [640, 720],
    taps: { 'button, a, input, summary': 24 },
    whole: '.stage, .ask, .tile-label, .explanation-text, .step-names',
  },
];

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

describe.each(GALLERIES)('$page', (gallery) => {
  let page: Page;
  let camera: CDPSession;
  let states: string[];
  const complaints: string[] = [];

  beforeAll(async () => {
    // Stillness: what moves is at its end at once.
    page = await browser.newPage({ reducedMotion: 'reduce' });
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(`not loaded: ${request.url()}`));
    camera = await page.context().newCDPSession(page);
    await page.goto(`${server.url}/${gallery.page}`);
    states = await page.evaluate('gallery.names');
    await page.evaluate(axe.source);
  });

  /** Playwright's own way waits for more than a page that stands still needs. */
  async function photograph(path: string) {
    const { data } = await camera.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(data, 'base64'));
  }

  const pictures = (folder: string) => join(SHOTS, gallery.page, folder);

  /** Draws each state in turn at a size; what the page's `check` finds, with the state's name before it. */
  async function each([width, height]: [number, number], check: string, folder?: string): Promise<string[]> {
    await page.setViewportSize({ width, height });
    const found: string[] = [];
    for (const state of states) {
      await page.evaluate(`gallery.drawn('${state}')`);
      const faults: string[] = [...(await page.evaluate<string[]>(`gallery.${check}`)), ...complaints.splice(0)];
      found.push(...faults.map((fault) => `${state}: ${fault}`));
      if (folder && TAKES_SCREENSHOTS) await photograph(join(pictures(folder), `${state}.png`));
    }
    return found;
  }

  const placed = (demands: Demands) => `faultsOf(${JSON.stringify(demands)})`;

  test.each(gallery.sizes)('at %i × %i everything is in its place, and large enough to tap', async (width, height) => {
    expect(await each([width, height], placed(gallery), `${width}x${height}`)).toEqual([]);
  });

  test('axe finds nothing', async () => {
    expect(await each(gallery.sizes[0]!, 'axeFaults()')).toEqual([]);
  });

  test('with text twice as large nothing goes over the edge', async () => {
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    expect(await each(gallery.large, placed({ ...gallery, whole: '' }), 'large-text')).toEqual([]);
  });
});
