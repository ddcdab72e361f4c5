interface Fit {
  bytes: number;
  /** Tried in turn; px. */
  tries: readonly { side: number; quality: number }[];
}

const FITS = {
  /** Two seconds at 2 Mbit/s: less than a question is read. */
  projector: {
    bytes: 500_000,
    tries: [
      { side: 1920, quality: 80 },
      { side: 1600, quality: 75 },
      { side: 1280, quality: 70 },
      { side: 960, quality: 60 },
    ],
  },
  phone: {
    bytes: 120_000,
    tries: [
      { side: 800, quality: 75 },
      { side: 800, quality: 55 },
      { side: 640, quality: 50 },
      { side: 480, quality: 40 },
    ],
  },
} satisfies Record<string, Fit>;

/** 100 megapixels: beyond it decoding takes gigabytes. */
const MOST_PIXELS = 100e6;

/** A packed program has no native code: it takes pictures as they are. */
export class NothingToFitWith extends Error {}

async function loadSharp() {
  try {
    return (await import('sharp')).default;
  } catch {
    return undefined;
  }
}

/** Where pictures are made fit, it is a WebP; all else stays. */
export const fitEnding = (ending: string) => (/^\.(png|jpe?g)$/.test(ending) ? '.webp' : ending);

/**
 * A picture as pages get it: upright, without metadata, at most as wide and high as its screen shows.
 * @param ending of the source, in lower case
 * @throws Error on what is no picture, or too large to decode
 */
export async function fitPicture(source: Buffer, ending: string, to: keyof typeof FITS = 'projector'): Promise<Buffer> {
  if (ending === '.svg') return source;
  const sharp = await loadSharp();
  if (!sharp && fitEnding(ending) === ending) return source;
  if (!sharp) throw new NothingToFitWith();
  const { bytes, tries }: Fit = FITS[to];
  const picture = sharp(source, { limitInputPixels: MOST_PIXELS, failOn: 'error' }).autoOrient();
  const within = (side: number) => picture.clone().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  // Drawings keep their edges if they are small enough.
  if (ending === '.png') {
    const exact = await within(tries[0]?.side ?? 0)
      .webp({ lossless: true })
      .toBuffer();
    if (exact.length <= bytes) return exact;
  }
  let smallest = source;
  for (const { side, quality } of tries) {
    smallest = await within(side).webp({ quality }).toBuffer();
    if (smallest.length <= bytes) break;
  }
  return smallest;
}
