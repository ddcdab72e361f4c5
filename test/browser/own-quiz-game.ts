// A game of what sounds and moves, with one phone.
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { button, type WrittenQuestion } from './own-quiz-page.ts';
import { axeFinds, screenshot } from './page-checks.ts';

export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

interface PlayedQuestion extends WrittenQuestion {
  /** What phones say of its sound or video. */
  alt: string;
}

/** From the lobby on; at the second question the host's page is opened anew, by somebody who presses nothing on it. */
export async function playWithPhone(page: Page, phones: BrowserContext, asked: readonly PlayedQuestion[]) {
  await page.getByText('Names appear here as people join').first().waitFor();
  const pin = (await page.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const ann = await phones.newPage();
  await ann.goto(`${new URL(page.url()).origin}/${pin}`);
  await ann.getByLabel('Your nickname').fill('Ann');
  await button(ann, 'Join').click();
  const next = (host: Page, name: string) =>
    host.getByRole('button', { name, exact: true }).and(host.locator('[aria-busy=false][aria-disabled=false]')).click();
  await page.getByText('Ann').first().waitFor();
  await next(page, 'Start');
  let host = page;
  for (const [i, { text, options, alt }] of asked.entries()) {
    await host.getByRole('heading', { name: text }).waitFor();
    await isPlaying(host);
    await ann.getByText(alt).waitFor();
    if (i === 1) host = await openedAnew(host);
    await button(ann, options[0] ?? 'True').waitFor();
    if (i > 0) for (const one of [host, ann]) expect(await axeFinds(one)).toEqual([]);
    for (const [who, one] of Object.entries({ host, ann })) await screenshot(one, 'media', `${i}-open-${who}`);
    await button(ann, options[0] ?? 'True').click();
    await button(host, 'Show standings').waitFor();
    await screenshot(host, 'media', `${i}-reveal-host`);
    await next(host, 'Show standings');
    await next(host, 'Next question');
  }
  expect(await ann.evaluate('document.querySelectorAll("audio, video").length')).toBe(0);
}

/** What the host's page plays: since it is not in the document, as the page tells it. */
const isPlaying = (host: Page) => host.waitForSelector('.played-bar[data-state="playing"], .played-bar[data-state="over"]');

async function openedAnew(before: Page): Promise<Page> {
  const host = await before.context().newPage();
  await host.addInitScript(() => {
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function () {
      const playing = play.call(this);
      playing.catch(({ name }) => console.log(name));
      return playing;
    };
  });
  // Whatever a test asks the page counts as a press: not before it was refused.
  const isRefused = host.waitForEvent('console', (message) => message.text() === 'NotAllowedError');
  await host.goto(before.url());
  await isRefused;
  await screenshot(host, 'media', 'refused');
  await host.locator('.played-bar[data-state="refused"]').getByRole('button', { name: 'Play the sound' }).click();
  await isPlaying(host);
  return host;
}
