const LITTLE_ENDIAN = 'utf-16le';
const BIG_ENDIAN = 'utf-16be';

/** By its byte order mark, or by the noughts of ASCII characters in the first two. */
function utf16Of([first, second]: Uint8Array): string | undefined {
  if ((first === 0xff && second === 0xfe) || (first && second === 0)) return LITTLE_ENDIAN;
  return (first === 0xfe && second === 0xff) || (first === 0 && second) ? BIG_ENDIAN : undefined;
}

/**
 * Text as editors on every system save it: UTF-8, UTF-16, else Windows-1252. A byte order mark is left out.
 * @returns `isGuess`: another old encoding would look different
 */
export function decodeText(bytes: Uint8Array): { text: string; isGuess: boolean } {
  const utf16 = utf16Of(bytes);
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), isGuess: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isGuess: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), isGuess: true };
  }
}
