// Options that stand beside each other in a line, and an answer at its end, get lines of their own.
import { lineOf } from './lines.ts';
import { wordsFor } from './words.ts';

const LETTERS = 'ABCDEFGH';
const TAIL = new RegExp(
  `[\\s(\\[]+((?:${wordsFor('answer')})\\s*[:：]\\s*(?:\\(?[A-H]\\)?|${wordsFor('yes')}|${wordsFor('no')}))\\s*[)\\]]?\\.?$`,
  'iu',
);
const LONGEST = 3000;

/** Where A), B), C) … begin, each after the one before. */
function starts(line: string): number[] {
  for (const [low, sign] of [
    [false, ')'],
    [true, ')'],
    [false, '.'],
    [true, '.'],
    [false, '．'],
    [false, '、'],
  ] as const) {
    const found: number[] = [];
    let from = 0;
    for (const letter of low ? LETTERS.toLowerCase() : LETTERS) {
      const at = line.slice(from).search(new RegExp(`(?:^|[\\s(*])\\*?${letter}\\*?[${sign}]\\s?[^\\s]`, 'u'));
      if (at < 0) break;
      found.push(from + at + (/^[\s]/.test(line.slice(from + at)) ? 1 : 0));
      from += at + 2;
    }
    if (found.length > 1) return found;
  }
  return [];
}

/** `a. oxygen    c. neon`: options in two columns. */
const COLUMNS = /(?:\t+| {3,})\s*(?=\(?[A-Ha-h][.)]\s)/;
const IS_OPTION = /^\s*\(?[A-Ha-h][.)]\s/;

/** One line in as many as it holds. */
export function linesWithin(raw: string): string[] {
  if (raw.length > LONGEST || !/[B-Hb-h][.)．、]|[:：]/.test(raw)) return [raw];
  const columns = raw.split(COLUMNS);
  if (columns.length === 2 && IS_OPTION.test(raw)) return columns;
  const line = raw.replace(/[\t \u00a0]+/g, ' ');
  const tail = lineOf(line).sort === 'answer' ? undefined : TAIL.exec(line);
  const rest = tail?.index ? line.slice(0, tail.index) : line;
  const cuts = starts(rest);
  const first = rest.slice(0, cuts[0]);
  return [
    ...(cuts.length ? [first, ...cuts.map((from, i) => rest.slice(from, cuts[i + 1]))] : [rest]),
    ...(tail?.index ? [tail[1] ?? ''] : []),
  ].filter((one) => one.trim() || !cuts.length);
}
