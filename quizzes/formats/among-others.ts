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
