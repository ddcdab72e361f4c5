// Pictures as phones get them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { fitPicture } from '../../quizzes/fit-picture.ts';
import { readMedia } from '../../quizzes/quiz-files.ts';

/** Noise: nothing compresses worse. */
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } } });

const formOf = async (bytes: Buffer) => {
  const { format, width, height, orientation, exif, icc, hasAlpha } = await sharp(bytes).metadata();
  return { format, width, height, orientation, exif, icc, hasAlpha };
};
const FIT = { format: 'webp', orientation: undefined, exif: undefined, icc: undefined, hasAlpha: false };

test('a large photo becomes as large as a projector shows, and for phones smaller still', async () => {
  const source = await photo(2700, 1800).jpeg({ quality: 95 }).toBuffer();
  expect(source.length).toBeGreaterThan(2e6);
  const [large, small] = [await fitPicture(source, '.jpg'), await fitPicture(source, '.jpg', 'phone')];
  expect([large.length <= 500_000, small.length <= 120_000]).toEqual([true, true]);
  for (const fit of [large, small]) {
    const { width = 0, height = 0, ...form } = await formOf(fit);
    expect([form, (width / height).toFixed(1)]).toEqual([FIT, '1.5']);
  }
});

test('a photo taken sideways is upright, and tells neither place nor device', async () => {
  const source = await photo(400, 200)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Make: 'A phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' } })
    .jpeg()
    .toBuffer();
  expect((await sharp(source).metadata()).exif).toBeDefined();
  expect(await formOf(await fitPicture(source, '.jpg'))).toEqual({ ...FIT, width: 200, height: 400 });
});

test('a drawing keeps every pixel and its transparency; a small picture stays small', async () => {
  const drawing = sharp({ create: { width: 300, height: 200, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } } });
  const fit = await fitPicture(await drawing.png().toBuffer(), '.png');
  expect(await formOf(fit)).toEqual({ ...FIT, width: 300, height: 200, hasAlpha: true });
  expect((await sharp(fit).raw().toBuffer()).equals(await drawing.raw().toBuffer())).toBe(true);
});

test('an SVG stays as it is', async () => {
  const source = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>');
  expect(await fitPicture(source, '.svg')).toBe(source);
});

test('what is no picture, or has more pixels than can be decoded, is refused with its name and what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const told = async (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return String(await readMedia('a.webp', join(folder, name)).catch((error) => error.message)).replace(folder, '');
  };
  const bomb = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#000' } })
    .png()
    .toBuffer();
  // Its head says so: 12,000 by 12,000.
  bomb.writeUInt32BE(12_000, 16);
  bomb.writeUInt32BE(12_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  expect([await told('a.jpg', Buffer.from('no picture')), await told('b.png', bomb)]).toEqual([
    '/a.jpg cannot be used as a picture (Input buffer contains unsupported image format). Save it again as .jpg or .png.',
    '/b.png cannot be used as a picture (Input image exceeds pixel limit). Save it again as .jpg or .png.',
  ]);
});
