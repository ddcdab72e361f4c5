/** 32 bits of a text (FNV-1a). */
const hashOf = (text: string) =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);

/** Numbers from 0 below 1, the same for the same seed (mulberry32). */
function randomFrom(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled(count: number, random: () => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

export const VERSIONS = ['A', 'B'] as const;
export type Version = (typeof VERSIONS)[number];

/**
 * How a version orders options: the same whenever it is printed, and nothing stays in its place from A to B.
 * @param of what tells one question from another
 */
export const versionOrder =
  (version: Version, of: string) =>
  (count: number): number[] => {
    const random = randomFrom(of);
    const first = shuffled(count, random);
    if (version === 'A') return first;
    const by = 1 + Math.floor(random() * (count - 1));
    return first.map((_, i) => first[(i + by) % count] ?? 0);
  };
