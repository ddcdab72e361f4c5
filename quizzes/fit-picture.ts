import sharp from 'sharp';

/** Two seconds at 2 Mbit/s: less than a question is read. */
const FIT_BYTES = 500_000;
const TRIES = [
  { side: 1920, quality: 80 },
  { side: 1600, quality: 75 },
  { side: 1280, quality: 70 },
  { side: 960, quality: 60 },
];
/** 100 megapixels: beyond it decoding takes gigabytes. */
const MOST_PIXELS = 100e6;

/** Where pictures are made fit, it is a WebP; SVG stays. */
export const fitEnding = (ending: string) => (ending === '.svg' ? ending : '.webp');

/**
 * A picture as phones get it: upright, without metadata, at most 1,920 pixels wide and high.
 * @param ending of the source, in lower case
 * @throws Error on what is no picture, or too large to decode
 */
export async function fitPicture(source: Buffer, ending: string): Promise<Buffer> {
  if (ending === '.svg') return source;
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
  const within = (side: number) => picture.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  // Drawings keep their edges if they are small enough.
  if (ending === '.png') {
    const exact = await within(1920).webp({ lossless: true }).toBuffer();
    if (exact.length <= FIT_BYTES) return exact;
  }
  let smallest = source;
  for (const { side, quality } of TRIES) {
    smallest = await within(side).webp({ quality }).toBuffer();
    if (smallest.length <= FIT_BYTES) break;
  }
  return smallest;
}
