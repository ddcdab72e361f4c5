// A page's translation replaces text nodes (preactjs/preact#948): a whole game with both pages translated.
import type { Page } from 'playwright-core';
import { expect, onTestFailed, test } from 'vitest';
import { both, host as hostWords, player as words } from '../../web/words/en.ts';
import { screenshot, watch } from './page-checks.ts';
import { served } from './served.ts';

const here = served('every-kind.json');

/** As Chrome does: two `font` elements for each text, of what comes later, too. Each translated word ends in `°`. */
function translate() {
  const translated = (text: string) => text.replace(/\p{L}+(?!\p{L})/gu, '$&°');
  function replace(root: Node) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: Text[] = root instanceof Text ? [root] : [];
    while (texts.nextNode()) found.push(texts.currentNode as Text);
    for (const text of found) {
      if (!text.data.trim() || text.parentElement?.closest('font, script, style, svg')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = translated(text.data);
      outer.append(inner);
      text.replaceWith(outer);
    }
  }
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node.isConnected) replace(node);
  }).observe(document, { childList: true, subtree: true });
}

test('both pages stay right when a browser translates them', async () => {
  const open = async (path: string, viewport: { width: number; height: number }): Promise<Page> => {
    const page = await (await here.browser.newContext({ reducedMotion: 'reduce', viewport })).newPage();
    page.setDefaultTimeout(60_000);
    await page.addInitScript(translate);
    await page.goto(`http://127.0.0.1:${here.server.port}${path}`);
    return page;
  };
  onTestFailed(async () => {
    const pages = here.browser.contexts().flatMap((context) => context.pages());
    for (const [i, page] of pages.entries()) await screenshot(page, 'translated', `failed-${i}`);
  });
  /** Waits until the page, untranslated, shows each text. */
  const shows = (page: Page, ...texts: string[]) =>
    expect
      .poll(
        async () => {
          const shown = (await page.locator('body').innerText()).replaceAll('°', '').replace(/\s+/g, ' ');
          return texts.filter((one) => !shown.includes(one));
        },
        { timeout: 60_000 },
      )
      .toEqual([]);

  const host = await open(`/host#${here.server.key}`, { width: 1280, height: 720 });
  const watches = [watch(host)];
  const next = () => host.locator('.next[aria-busy=false][aria-disabled=false]').click();
  await host.getByRole('button', { name: /^every°? kind/i }).click();
  await shows(host, hostWords.lobby.empty);
  const pin = (await host.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);

  const [ann, bo] = [await open(`/${pin}`, { width: 390, height: 844 }), await open(`/${pin}`, { width: 390, height: 844 })];
  for (const [page, name] of [
    [ann, 'Ann'],
    [bo, 'Bo'],
  ] as const) {
    watches.push(watch(page));
    await page.getByRole('textbox').fill(name);
    await page.getByRole('textbox').press('Enter');
    await shows(page, words.lobby.title, name);
  }
  await shows(host, 'Ann', 'Bo', hostWords.foot.connected('2', '2'));
  const answer = (page: Page, ...numbers: number[]) => {
    const tiles = numbers.map(
      (number) => () =>
        page
          .locator('.pad-options .tile')
          .nth(number - 1)
          .click(),
    );
    return tiles.reduce((before, tap) => before.then(tap), Promise.resolve());
  };

  await next();
  await shows(ann, 'Which planet is closest to the Sun?', 'Mercury');
  await answer(ann, 2);
  await shows(ann, words.question.waiting(1));
  await shows(host, hostWords.question.of(1, 4), `1 ${hostWords.question.outOf('2')} ${hostWords.question.answered}`);
  await answer(bo, 1);
  await shows(ann, words.result.right, 'Mercury goes round the Sun');
  await shows(bo, words.result.wrong);
  await shows(host, 'Mercury goes round the Sun');
  await next();
  await shows(host, hostWords.standings.title, 'Ann');
  const points = (await host.locator('body').innerText()).match(/\d[\d,]{2,}/)?.[0] ?? '';
  await shows(ann, points);

  await next();
  await shows(host, hostWords.question.of(2, 4));
  await shows(ann, 'Which of these are prime numbers?');
  for (const page of [ann, bo]) {
    await answer(page, 1, 3, 5);
    await page.locator('.send').click();
  }
  await shows(ann, words.result.right);
  await shows(host, '9, 21 and 33');
  await next();
  await shows(host, hostWords.standings.title);
  await next();
  await shows(host, hostWords.question.of(3, 4), 'Which instrument is this?');
  await answer(ann, 1);
  await answer(bo, 2);
  await shows(bo, words.result.wrong);
  await next();
  await next();
  await shows(ann, 'Sound travels faster', both.true);
  await answer(ann, 1);
  await answer(bo, 2);
  await shows(bo, words.result.wrong);
  await next();
  await shows(host, 'Ann', 'Bo');
  await shows(ann, words.podium.title);
  await screenshot(ann, 'translated', 'podium-ann');
  await screenshot(host, 'translated', 'podium-host');
  await next();
  await host.locator('dialog .grave').click();
  await shows(ann, words.lobby.title);
  await shows(host, hostWords.foot.connected('2', '2'));
  for (const undisturbed of watches) undisturbed();
});
