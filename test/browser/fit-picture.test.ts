// Pictures as a host's browser makes them fit.
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sharedBrowser } from '../support/shared.ts';

const SOURCE = join(import.meta.dirname, '../../web/editor/media/fit-picture.ts');
let page: Page;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [SOURCE],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'fitting',
  });
  page = await (await (await sharedBrowser()).newContext()).newPage();
  await page.evaluate(`${outputFiles[0]!.text}; globalThis.fitting = fitting`);
});
afterAll(() => page.context().close());

/** Undefined: no picture. */
async function fitted(bytes: Buffer, type: string): Promise<{ large: Buffer; small?: Buffer | undefined } | undefined> {
  const texts: { large: string; small?: string } | undefined = await page.evaluate(
    `(async () => {
      const bytes = Uint8Array.from(atob('${bytes.toString('base64')}'), (character) => character.charCodeAt(0));
      const fit = await fitting.fitPicture(new Blob([bytes], { type: '${type}' }));
      const textOf = async (blob) => {
        let text = '';
        for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
        return btoa(text);
      };
      return fit && { large: await textOf(fit.large), ...(fit.small && { small: await textOf(fit.small) }) };
    })()`,
  );
  const bytesOf = (text: string) => Buffer.from(text, 'base64');
  return texts && { large: bytesOf(texts.large), small: texts.small === undefined ? undefined : bytesOf(texts.small) };
}

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'black', noise: { type: 'gaussian', mean: 128, sigma: 40 } } }).blur(
    1.5,
  );

async function measured(bytes: Buffer) {
  const { format, width, height, exif, orientation } = await sharp(bytes).metadata();
  return { format, width, height, exif, orientation };
}

test('a photo of 6 MB has at most 400 KB and 1,920 pixels, for phones 120 KB and 800', async () => {
  const source = await photo(4000, 3000).jpeg({ quality: 98 }).toBuffer();
  expect(source.length).toBeGreaterThan(4_000_000);
  const { large, small = source } = (await fitted(source, 'image/jpeg'))!;
  expect(large.length).toBeLessThanOrEqual(400_000);
  const { format, width } = await measured(large);
  expect([format, width! <= 1920 && width! >= 960]).toEqual(['webp', true]);
  expect([small.length <= 120_000, (await measured(small)).width! <= 800]).toEqual([true, true]);
});

test('a photo that was held sideways stands upright, and where it was taken is nobody’s business', async () => {
  const source = await photo(400, 300)
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  expect((await measured(source)).exif).toBeDefined();
  expect(await measured((await fitted(source, 'image/jpeg'))!.large)).toEqual({
    format: 'webp',
    width: 300,
    height: 400,
    exif: undefined,
    orientation: undefined,
  });
});

test('a small picture keeps its size, a clear one stays clear', async () => {
  const source = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#ff000000' } })
    .png()
    .toBuffer();
  const { large, small } = (await fitted(source, 'image/png'))!;
  const { hasAlpha, width, height } = await sharp(large).metadata();
  expect([hasAlpha, width, height, small]).toEqual([true, 40, 30, undefined]);
});

test('where WebP cannot be written, what is clear becomes white', async () => {
  const source = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#ff000000' } })
    .png()
    .toBuffer();
  await page.evaluate(`{
    const { prototype } = HTMLCanvasElement;
    const { toBlob } = prototype;
    prototype.toBlob = function (done, type, quality) {
      toBlob.call(this, done, type === 'image/webp' ? 'image/png' : type, quality);
    };
    globalThis.writeAll = () => { prototype.toBlob = toBlob; };
  }`);
  const { large } = (await fitted(source, 'image/png'))!;
  await page.evaluate('writeAll()');
  const { dominant } = await sharp(large).stats();
  const isWhite = Object.values(dominant).every((part) => part > 240);
  expect([(await measured(large)).format, isWhite]).toEqual(['jpeg', true]);
});

test('a drawing becomes pixels, without its script', async () => {
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><script>alert(1)</script><rect width="2" height="1" fill="red"/></svg>';
  const { large } = (await fitted(Buffer.from(drawing), 'image/svg+xml'))!;
  expect((await measured(large)).format).toBe('webp');
});

test.each(['image/png', 'image/svg+xml', 'text/plain'])(
  'what is no picture is told as such, under the name of %s',
  async (type) => {
    expect(await fitted(Buffer.from('hello'), type)).toBeUndefined();
  },
);
