// Two-step join in Chromium, and undoing joins.
import type { Page } from 'playwright-core';
import { expect, onTestFailed, test } from 'vitest';
import { both, host as hostWords, refusals, player as words } from '../../web/words/en.ts';
import { axeFinds, screenshot, watch } from './page-checks.ts';
import { served } from './served.ts';

const here = served('every-kind.json');

test('a player joins by the projector’s colours, and recent joins can be undone', async () => {
  const open = async (path: string, viewport: { width: number; height: number }): Promise<Page> => {
    const page = await (await here.browser.newContext({ reducedMotion: 'reduce', viewport })).newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://127.0.0.1:${here.server.port}${path}`);
    return page;
  };
  onTestFailed(async () => {
    const pages = here.browser.contexts().flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) await screenshot(page, 'two-steps', `failed-${i}`);
  });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const seen = (page: Page, text: string | RegExp) => page.getByText(text).filter({ visible: true }).first().waitFor();
  const look = async (name: string, pages: Record<string, Page>) => {
    const one = async ([who, page]: [string, Page]) => {
      await screenshot(page, 'two-steps', `${name}-${who}`);
      return (await axeFinds(page)).map((find) => `${name} of ${who}: ${find}`);
    };
    expect((await Promise.all(Object.entries(pages).map(one))).flat()).toEqual([]);
  };

  const host = await open(`/host#${here.server.key}`, { width: 1280, height: 720 });
  const watches = [watch(host)];
  await button(host, /^Every kind of question/).click();
  await seen(host, hostWords.lobby.empty);
  const [, first, second] = (await host.locator('body').innerText()).match(/(\d{3})\s(\d{3})/)!;
  await button(host, hostWords.menu.open).click();
  await button(host, hostWords.menu.guard).click();
  await seen(host, hostWords.lobby.colours);

  const phones: Page[] = [];
  for (const [name, viewport] of [
    ['Ann', { width: 390, height: 844 }],
    ['Bo', { width: 320, height: 568 }],
  ] as const) {
    const phone = await open(`/${first}${second}`, viewport);
    watches.push(watch(phone));
    phones.push(phone);
    await phone.getByLabel(words.name.label).fill(name);
    await button(phone, words.outside.join).click();
    await seen(phone, refusals.coloursNeeded!);
  }
  const [ann, bo] = phones as [Page, Page];
  await look('1-asked', { host, ann, bo });
  const shown = async () => (await host.locator('.colours [role=img]').getAttribute('aria-label'))!.split(', ');
  const tap = async (phone: Page, colours: string[]) => {
    for (const colour of colours) await button(phone, colour).click();
  };
  const right = await shown();
  // A reversed sequence is wrong, unless symmetric.
  await tap(ann, new Set(right).size > 1 ? [...both.colours].reverse() : ['Red', 'Red', 'Blue', 'Blue']);
  await seen(ann, refusals.coloursWrong!);
  await look('2-wrong', { ann });
  for (const phone of phones) {
    await tap(phone, await shown());
    await seen(phone, words.lobby.title);
  }
  await look('3-in', { host, ann });

  await button(host, hostWords.menu.open).click();
  await button(host, hostWords.menu.players).click();
  const span = hostWords.players.span(120);
  await look('4-players', { host });
  await button(host, span).click();
  await seen(host, hostWords.players.undoSure(span));
  await look('5-undo', { host });
  await button(host, hostWords.players.undoYes).click();
  await seen(ann, refusals.noSeat!);
  await seen(host, hostWords.lobby.empty);
  for (const watched of watches) watched();
});
