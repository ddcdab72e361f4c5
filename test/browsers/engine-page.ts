// What a game needs of a page, in any engine.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface EnginePage {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  click(selector: string): Promise<void>;
  /** Into the focused page’s only text box, then Enter. */
  type(text: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  screenshot(path: string): Promise<void>;
}

export interface Engine {
  version: string;
  page: EnginePage;
  close(): Promise<void>;
}

export type EngineName = 'chromium' | 'firefox' | 'webkit';

const TIMEOUT_MS = 60_000;
const SHOTS = join(import.meta.dirname, '..', '..', 'screenshots', 'browsers');

/** @throws after a minute, with what the page shows instead */
export async function until(page: EnginePage, what: string, expression: string): Promise<void> {
  for (const end = Date.now() + TIMEOUT_MS; Date.now() < end; await pause(50))
    // A page that is being loaded has nothing yet.
    if (await page.evaluate(expression).catch(() => false)) return;
  const shown = await page.evaluate('document.body.innerText').catch(String);
  throw new Error(`${what} did not come; the page shows: ${String(shown).replace(/\s+/g, ' ').slice(0, 300)}`);
}

export const shows = (page: EnginePage, selector: string) =>
  until(page, selector, `document.querySelector(${JSON.stringify(selector)})?.checkVisibility() === true`);

export async function tap(page: EnginePage, selector: string): Promise<void> {
  await shows(page, selector);
  await page.click(selector);
}

const ANIMATED = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => Number.isFinite(effect.getComputedTiming().endTime)).map(({ finished }) => finished)).then(() => true)`;

export async function photograph(page: EnginePage, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.evaluate(ANIMATED);
  await page.screenshot(join(SHOTS, `${name}.png`));
}
