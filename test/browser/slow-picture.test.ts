// A photo on a phone with a slow line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalServer, startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { hostRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { sharedBrowser } from '../support/shared.ts';

const BYTES_PER_SECOND = 500_000 / 8;
/** As small pictures are. */
const MOST = 120_000;
const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
let server: LocalServer;
let browser: Browser;

beforeAll(async () => {
  // Noise: nothing compresses worse.
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888', noise } })
    .jpeg({ quality: 95 })
    .toFile(join(directory, 'photo.jpg'));
  const question = {
    kind: 'true-false',
    text: 'Is this a photo?',
    right: true,
    reading: 3,
    picture: { file: 'photo.jpg', alt: 'Noise' },
  };
  writeFileSync(join(directory, 'photo.json'), JSON.stringify({ title: 'Photo', language: 'en', questions: [question] }));
  server = await startServer({
    port: 0,
    data: join(directory, 'data'),
    pages: join(import.meta.dirname, '..', '..', 'dist'),
    quizzes: [readQuizFile(join(directory, 'photo.json'))],
    onFault: (error) => expect.fail(String(error)),
  });
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(directory, { recursive: true });
});

async function joined() {
  const game = await hostRoom(await connectClient(`ws://127.0.0.1:${server.port}/socket`), server.key, { quiz: 'photo' });
  const page: Page = await browser.newPage({ viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  await page.goto(`http://127.0.0.1:${server.port}/${game.pin}`);
  await page.getByRole('textbox').fill('Ann');
  await page.getByRole('textbox').press('Enter');
  await page.locator('.lobby').waitFor();
  return { game, page, picture: page.locator('img.picture') };
}
const isShown = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;

test('at 0.5 Mbit/s a phone has a photo of 20 MB before the options open', async () => {
  const { game, page, picture } = await joined();
  const network = await page.context().newCDPSession(page);
  const throughput = { downloadThroughput: BYTES_PER_SECOND, uploadThroughput: BYTES_PER_SECOND };
  await network.send('Network.emulateNetworkConditions', { ...throughput, latency: 50, offline: false });
  const asked = page.waitForRequest('**/pictures/*').then(() => page.locator('.ready').count());
  await game.move('start');
  expect([await asked, 'asked for while players get ready']).toEqual([1, 'asked for while players get ready']);
  await page.locator('.question[data-part=open]').waitFor();
  expect(await picture.evaluate(isShown)).toBe(true);
  const src = await picture.evaluate((image: HTMLImageElement) => image.src);
  expect((await (await fetch(src)).arrayBuffer()).byteLength).toBeLessThanOrEqual(MOST);
  await page.close();
});

test('text and options do not wait for the picture, and nothing moves when it comes', async () => {
  const { game, page, picture } = await joined();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/pictures/*', async (route) => {
    await released;
    await route.continue();
  });
  await game.move('start');
  await page.locator('.question[data-part=open] .tile').first().waitFor();
  const places = () =>
    page.locator('h1, .picture, .tile').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y, width, height].map(Math.round);
      }),
    );
  const before = await places();
  expect([await picture.evaluate(isShown), before.length]).toEqual([false, 4]);
  release();
  await expect.poll(() => picture.evaluate(isShown), { timeout: 60_000 }).toBe(true);
  expect(await places()).toEqual(before);
  await page.close();
});
