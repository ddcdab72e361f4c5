// A page that was built for another protocol than the server speaks.
import { expect, test } from 'vitest';
import { host as hostWords, player as words } from '../../web/words/en.ts';
import { served } from './served.ts';

const here = served('quick.json');

/** Its server speaks protocol 3 for the first `connections`. */
async function page(path: string, connections: number) {
  const opened = await (await here.browser.newContext({ reducedMotion: 'reduce' })).newPage();
  let loads = 0;
  let lines = 0;
  opened.on('load', () => loads++);
  await opened.routeWebSocket(/socket/, (line) => {
    const other = lines++ < connections;
    const real = line.connectToServer();
    real.onMessage((text) => line.send(other ? String(text).replace('"v":2', '"v":3') : text));
  });
  await opened.goto(`http://127.0.0.1:${here.server.port}/${path}`);
  return { page: opened, loads: () => loads };
}

test('reloads itself once, and then says so', async () => {
  const host = await page(`host#${here.server.key}`, Number.POSITIVE_INFINITY);
  await host.page.getByText(hostWords.outdated).waitFor();
  expect(host.loads()).toBe(2);
});

test('goes on when the new page speaks the server’s protocol', async () => {
  const host = await page(`host#${here.server.key}`, 1);
  await host.page.locator('.cover').first().click();
  const pin = (await host.page.locator('.lobby-pin').innerText()).replace(/\D/g, '').slice(0, 6);
  const ann = await page(pin, 1);
  await ann.page.getByRole('textbox').fill('Ann');
  await ann.page.getByRole('textbox').press('Enter');
  // The seat is remembered over the reload.
  await expect.poll(ann.loads, { timeout: 60_000 }).toBe(2);
  await ann.page.locator('.lobby').waitFor();
  expect(await ann.page.getByText(words.outdated).count()).toBe(0);
});
