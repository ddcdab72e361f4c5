import { decodeText } from './decode-text.ts';

const BINARY = /^(?:PK|%PDF|\s*(?:<\?xml|<!doctype|<html|[[{]\s*["{[\]}]))|\0/i;

/** Enough to know a format by. */
const HEAD_BYTES = 200_000;

/** How a text begins that is neither a package nor XML nor JSON. */
export function headOf(bytes: Uint8Array): string | undefined {
  // At a line's end: half a letter would look like another encoding.
  const end = bytes.length > HEAD_BYTES ? bytes.lastIndexOf(0x0a, HEAD_BYTES) : bytes.length;
  const { text } = decodeText(bytes.subarray(0, end > 0 ? end : HEAD_BYTES));
  return BINARY.test(text) ? undefined : text;
}

/** For whoever brings a text in an old encoding. */
export function textOf(bytes: Uint8Array): { text: string; remarks: string[] } {
  const { text, guessed } = decodeText(bytes);
  const remarks = guessed ? [`The file is not UTF-8: it was read as ${guessed}. If letters look wrong, save it as UTF-8.`] : [];
  return { text, remarks };
}

const MOST_LINES = 60_000;
const MOST_MB = 6;

/** Why a text is too long to look for questions in it; undefined: it is not. */
export function tooLong(bytes: Uint8Array): string | undefined {
  if (bytes.length > MOST_MB * 1e6) return `The file has more than ${MOST_MB} MB of text: divide it into several.`;
  let lines = 0;
  for (const byte of bytes) if (byte === 0x0a || byte === 0x0d) lines++;
  return lines > MOST_LINES
    ? `The file has more than ${MOST_LINES.toLocaleString('en')} lines: divide it into several.`
    : undefined;
}

/** The first element's name, without its prefix; undefined: no XML. */
export function rootIn(bytes: Uint8Array): string | undefined {
  const { text } = decodeText(bytes.subarray(0, HEAD_BYTES));
  if (!/^\s*</.test(text)) return undefined;
  return /<(?:[A-Za-z][\w.-]*:)?([A-Za-z][\w.-]*)/.exec(text.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1];
}
