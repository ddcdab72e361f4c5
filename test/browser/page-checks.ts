// Screenshots, axe and forbidden behaviour of pages.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SCREENSHOTS = join(import.meta.dirname, '..', '..', 'screenshots');
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const TAKES_SCREENSHOTS = Boolean(process.env.SCREENSHOTS);

export async function screenshot(page: Page, folder: string, name: string): Promise<void> {
  if (!TAKES_SCREENSHOTS) return;
  mkdirSync(join(SCREENSHOTS, folder), { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, folder, `${name}.png`) });
}

/** Violations as `rule: where`. */
export async function axeFinds(page: Page): Promise<string[]> {
  // Skip half-faded colours.
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime as number));
    await Promise.allSettled(finite.map((one) => one.finished));
  });
  // The page's policy forbids script elements.
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Collects errors, policy violations and foreign requests. @param uploads where else files may be posted */
export function watch(page: Page, { offline = false, uploads = '' } = {}): () => void {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // Errors from a cut network are expected.
    const network = offline && /WebSocket|net::ERR/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !network) faults.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (uploads !== '' && url.href === uploads) return;
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== new URL(page.url()).origin && page.url() !== 'about:blank')
      faults.push(`request to ${url.origin}`);
  });
  return () => expect(faults).toEqual([]);
}
