/** RULES T6. */
const allowed = (length: number) => (length < 4 ? 0 : length < 8 ? 1 : 2);

const digits = (text: string) => text.replace(/\P{Nd}/gu, '');

/** RULES T6: a few slips of the right text, never in a number. */
export const isNear = (right: string, typed: string) =>
  digits(right) === digits(typed) && editDistance([...right], [...typed]) <= allowed([...right].length);

/**
 * Letters added, left out, replaced or swapped with their neighbour.
 * Source: Damerau 1964, as optimal string alignment.
 */
function editDistance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const swapped = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      row.push(
        Math.min(
          (above[j + 1] ?? 0) + 1,
          (row[j] ?? 0) + 1,
          (above[j] ?? 0) + Number(letter !== other),
          swapped ? (before[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}
