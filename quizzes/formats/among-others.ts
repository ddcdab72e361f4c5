/** The same for the same question, on every machine (FNV-1a). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/**
 * A right answer that a file keeps apart, at a place among the others that nobody can foresee.
 * @returns `right`: its number, counted from 1
 */
export function amongOthers(question: string, right: string, others: readonly string[]): { options: string[]; right: number } {
  const wrong = others.filter((option) => option.trim());
  const at = Math.floor((numberOf(`${question}\n${right}`) / 2 ** 32) * (wrong.length + 1));
  return { options: wrong.toSpliced(at, 0, right), right: at + 1 };
}

interface Pair {
  front: string;
  back: string;
}

const LENT = 3;

/**
 * A right answer among those of up to three other cards: different ones, and none that is right here, too.
 * @returns `right`: its number, counted from 1
 */
export function otherBacks(card: Pair, all: readonly Pair[]): { options: string[]; right: number } {
  const alike = (text: string) => text.trim().toLowerCase();
  const taken = new Set(all.filter(({ front }) => alike(front) === alike(card.front)).map(({ back }) => alike(back)));
  taken.add(alike(card.back));
  const wrong: string[] = [];
  const start = numberOf(card.front) % Math.max(1, all.length);
  for (let step = 0; step < all.length && wrong.length < LENT; step++) {
    const back = all[(start + step) % all.length]?.back ?? '';
    if (!back || taken.has(alike(back))) continue;
    taken.add(alike(back));
    wrong.push(back);
  }
  return amongOthers(card.front, card.back, wrong);
}
