// One game, the host in one engine and a phone in each of the others.
import { type EnginePage, photograph, shows, tap, until } from './engine-page.ts';

export interface Seated {
  engine: string;
  page: EnginePage;
}

const READY = '.next[aria-busy="false"][aria-disabled="false"]';
const tile = (number: number) => `.pad-options .tile:nth-child(${number})`;

/** What each phone taps, by question of every-kind.json. */
const ANSWERS = [[2], [1, 3, 5], [1], [1]];

/** @throws at what does not come */
export async function playGame(
  address: string,
  key: string,
  host: Seated,
  phones: readonly Seated[],
  progress: (what: string) => void,
): Promise<void> {
  const next = () => tap(host.page, READY);
  await host.page.goto(`${address}/host#${key}`);
  await tap(host.page, '.cover');
  await shows(host.page, '.lobby-pin');
  const pin = String(await host.page.evaluate('document.querySelector(".lobby-pin").innerText'))
    .replace(/\D/g, '')
    .slice(0, 6);
  for (const { engine, page } of phones) {
    await page.goto(`${address}/${pin}`);
    await shows(page, 'input');
    await page.type(`On ${engine}`);
    await shows(page, '.lobby');
    progress(`${engine} joined`);
  }
  await photograph(host.page, `lobby-${host.engine}-host`);
  for (const [number, numbers] of ANSWERS.entries()) {
    await next();
    for (const [i, { engine, page }] of phones.entries()) {
      await shows(page, '.question[data-part="open"]');
      if (i === 0) {
        await photograph(page, `question-${number + 1}-${engine}-phone`);
        await photograph(host.page, `question-${number + 1}-${host.engine}-host`);
      }
      for (const one of numbers) await tap(page, tile(one));
      if (numbers.length > 1) await tap(page, '.send');
      if (i > 0 || number > 0) continue;
      // Answered, reloaded: the answer is there.
      await shows(page, '.tile[aria-pressed="true"]');
      await until(page, 'the acknowledgement', 'document.body.innerText.includes("Sent")');
      await page.reload();
      await shows(page, '.tile[aria-pressed="true"]');
    }
    for (const { page } of phones) await shows(page, '.result[data-verdict="right"]');
    if (number === 1) await host.page.reload();
    await shows(host.page, '.board[data-revealed="true"]');
    await photograph(host.page, `reveal-${number + 1}-${host.engine}-host`);
    progress(`question ${number + 1} of ${ANSWERS.length} revealed`);
    await next();
    if (number === ANSWERS.length - 1) break;
    await shows(host.page, '.standings');
  }
  for (const { engine, page } of phones) {
    await shows(page, '.podium');
    await photograph(page, `podium-${engine}-phone`);
  }
  await shows(host.page, '.podium .results');
  await photograph(host.page, `podium-${host.engine}-host`);
  await next();
  await tap(host.page, 'dialog .grave');
  for (const { page } of phones) await shows(page, '.lobby');
  await shows(host.page, '.lobby-pin');
  progress('played again');
}
