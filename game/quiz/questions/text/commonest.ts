import { utf8Bytes } from '../../../utf8.ts';
import { readingsOf } from './tolerances.ts';

const ROWS = 8;

/** The commonest texts; how they are written is decided by the first who wrote them so. */
export function commonest(
  answers: readonly string[],
  language: string,
  { bytes, isUnwanted = () => false }: { bytes: number; isUnwanted?: ((text: string) => boolean) | undefined },
): { texts: { text: string; count: number }[]; others: number } {
  const rows = new Map<string, { text: string; count: number }>();
  for (const text of answers) {
    const [reading = text] = readingsOf(text, ['width', 'case', 'spaces'], language);
    const row = rows.get(reading);
    if (row) row.count++;
    else rows.set(reading, { text, count: 1 });
  }
  const texts = [];
  let left = bytes;
  for (const row of [...rows.values()].sort((a, b) => b.count - a.count)) {
    left -= utf8Bytes(JSON.stringify(row)) + 1;
    if (texts.length === ROWS || left < 0) break;
    if (!isUnwanted(row.text)) texts.push(row);
  }
  return { texts, others: answers.length - texts.reduce((sum, { count }) => sum + count, 0) };
}
