import { randomFrom, textOf } from '../../fuzz/random.ts';

/** What readers stumble over. */
const PIECES = [
  ...['"', "'", ',', ';', '\t', '|', '\n', '\r\n', '=', '{', '}', '[', ']', '<', '>', '&', '&amp;', '&#0;', '\\', '%', '\0'],
  ...[
    '-1',
    '0',
    '1.3',
    '1e999',
    '99999999999999999999',
    '1,2,3',
    'TRUE',
    'null',
    '[]',
    '{}',
    '""',
    'A',
    'Ω',
    '😀',
    '\u202e',
    '\ufeff',
  ],
  ...[
    'Question',
    'Answer 1',
    'correct',
    '</v>',
    '<v>',
    '<c r="ZZZ9"/>',
    ']]>',
    '<![CDATA[',
    '::',
    '~',
    '/*',
    '../../x',
    '#separator:',
  ],
].map((piece) => new TextEncoder().encode(piece));

/** @returns the bytes, a few times cut, doubled, overwritten or added to */
export function mutated(bytes: Uint8Array, random: () => number): Uint8Array {
  let now = bytes;
  const place = () => Math.floor(random() * (now.length + 1));
  for (let times = 1 + Math.floor(random() * 5); times > 0; times--) {
    const from = place();
    const to = Math.min(now.length, from + Math.floor(random() * randomFrom(random, [2, 20, 400])));
    const [before, within, after] = [now.subarray(0, from), now.subarray(from, to), now.subarray(to)];
    const piece = random() < 0.5 ? randomFrom(random, PIECES) : new TextEncoder().encode(textOf(random, 12));
    const noise = Uint8Array.from(within, () => Math.floor(random() * 256));
    const parts = randomFrom(random, [
      [before, after],
      [before, piece, within, after],
      [before, piece, after],
      [before, within, within, within, after],
      [before, noise, after],
      [before],
    ]);
    now = new Uint8Array(Buffer.concat(parts));
  }
  return now;
}
