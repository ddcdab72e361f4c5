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
/** How far other answers are looked for, so that a large deck takes no longer for each card. */
const MOST_STEPS = 200;

const alike = (text: string) => text.trim().toLowerCase();

/**
 * Lends each card the backs of up to three others: different ones, and none that is right for the same front.
 * @returns for a card its options, and the number of the right one, counted from 1
 */
export function lender(all: readonly Pair[]): (card: Pair) => { options: string[]; right: number } {
  const rightFor = new Map<string, Set<string>>();
  for (const { front, back } of all) {
    const backs = rightFor.get(alike(front)) ?? new Set();
    rightFor.set(alike(front), backs.add(alike(back)));
  }
  return (card) => {
    const rightHere = rightFor.get(alike(card.front));
    const taken = new Set([alike(card.back)]);
    const wrong: string[] = [];
    const start = numberOf(card.front) % Math.max(1, all.length);
    for (let step = 0; step < Math.min(all.length, MOST_STEPS) && wrong.length < LENT; step++) {
      const back = all[(start + step) % all.length]?.back ?? '';
      if (!back || taken.has(alike(back)) || rightHere?.has(alike(back))) continue;
      taken.add(alike(back));
      wrong.push(back);
    }
    return amongOthers(card.front, card.back, wrong);
  };
}
