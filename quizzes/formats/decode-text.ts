import { guessEncoding } from './guess-encoding.ts';

const LITTLE_ENDIAN = 'utf-16le';
const BIG_ENDIAN = 'utf-16be';

/** Enough to see on which side of its letters the noughts are. */
const SAMPLE = 2000;

/** By its byte order mark, or by the noughts beside characters of ASCII, of which every text has some. */
function utf16Of(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return LITTLE_ENDIAN;
  if (first === 0xfe && second === 0xff) return BIG_ENDIAN;
  const noughts = [0, 0];
  for (const [i, byte] of bytes.subarray(0, SAMPLE).entries()) if (byte === 0) noughts[i % 2] = (noughts[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  const least = Math.min(SAMPLE, bytes.length) / 40;
  if (odd > least && even < odd / 5) return LITTLE_ENDIAN;
  return even > least && odd < even / 5 ? BIG_ENDIAN : undefined;
}

/**
 * Text as editors on every system save it: UTF-8, UTF-16, else an old encoding. A byte order mark is left out.
 * @returns `guessed`: the old encoding's name; another would look different
 */
export function decodeText(bytes: Uint8Array): { text: string; guessed?: string } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const { encoding, name } = guessEncoding(bytes);
    return { text: new TextDecoder(encoding).decode(bytes), guessed: name };
  }
}
