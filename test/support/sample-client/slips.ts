const digits = (text: string) => text.replace(/\P{Nd}/gu, '');

/** Letters too many, missing, wrong or swapped between two texts (RULES T6); no number of them makes another digit. */
export function slips(left: string, right: string): number {
  if (digits(left) !== digits(right)) return Infinity;
  const [a, b] = [Array.from(left), Array.from(right)];
  let before: number[] = [];
  let above = [0, ...b.map((_, index) => index + 1)];
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const change = (above[j] ?? 0) + (letter === other ? 0 : 1);
      const swapped = letter === b[j - 1] && a[i - 1] === other ? (before[j - 1] ?? 0) + 1 : Infinity;
      row.push(Math.min(change, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, swapped));
    }
    before = above;
    above = row;
  }
  return above.at(-1) ?? 0;
}
