// Files that somebody has torn: `FORMAT_FUZZ=5000 npx vitest run test/quizzes/formats/text-fuzz.test.ts` for more.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { DroppedFile } from '../../../quizzes/formats/format.ts';
import { contents, dropped, FILES, isPackage, READERS } from './text-files.ts';

const RUNS = Number(process.env.FORMAT_FUZZ ?? 40);
/** Against what takes for ever; a busy machine must not meet it. */
const MOST_MS = 10_000;

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = [
  '{',
  '}',
  '=',
  '~',
  '#',
  '::',
  '->',
  '<',
  '>',
  '</',
  '&',
  ']]>',
  '<![CDATA[',
  '"',
  "'",
  '\n\n',
  '\0',
  '\ufdd0',
  'A) ',
  '1. ',
];
const PIECE_BYTES = [
  ...PIECES.map((piece) => new TextEncoder().encode(piece)),
  new Uint8Array([0xff, 0xfe]),
  new Uint8Array([0xc3]),
];

function torn(bytes: Uint8Array, random: () => number): Uint8Array {
  const place = (of = bytes.length) => Math.floor(random() * of);
  const at = place();
  const length = place(Math.min(200, bytes.length));
  const [before, middle, after] = [bytes.slice(0, at), bytes.slice(at, at + length), bytes.slice(at + length)];
  const how = place(5);
  if (how === 0) return new Uint8Array([...before, ...after]);
  if (how === 1) return new Uint8Array([...before, ...middle, ...middle, ...middle, ...after]);
  if (how === 2) return before;
  if (how === 3) return new Uint8Array([...before, ...(PIECE_BYTES[place(PIECE_BYTES.length)] ?? []), ...middle, ...after]);
  return new Uint8Array([...before, ...middle.map((byte) => (random() < 0.05 ? place(256) : byte)), ...after]);
}

function mutant(name: string, seed: number): DroppedFile {
  const random = seeded(seed);
  const times = 1 + Math.floor(random() * 4);
  const tear = (bytes: Uint8Array) => Array.from({ length: times }).reduce<Uint8Array>((one) => torn(one, random), bytes);
  if (!isPackage(name) || random() < 0.3) return { name, bytes: tear(dropped(name).bytes) };
  const inside = Object.entries(contents(name)).map(([path, bytes]) => [path, random() < 0.6 ? tear(bytes) : bytes]);
  return { name, bytes: zipSync(Object.fromEntries(inside)) };
}

test.each(Object.keys(FILES))('%s, torn anyhow, is read without throwing, and each question is told of once', (name) => {
  for (let seed = 1; seed <= RUNS; seed++) {
    const file = mutant(name, seed);
    for (const reader of READERS) {
      const start = performance.now();
      const about = `${name}, seed ${seed}, read as ${reader.name}`;
      try {
        reader.recognises(file);
        const { found, entries } = reader.read(file);
        if (found !== undefined) expect(entries.length, about).toBe(found);
      } catch (error) {
        throw new Error(about, { cause: error });
      }
      expect(performance.now() - start, about).toBeLessThan(MOST_MS);
    }
  }
});
