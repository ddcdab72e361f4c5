// From the cells of a table, or the fields of a JSON file, to a draft with what was changed on the way.
import { type FoundOption, left, type More, optionsDraft, read } from './drafts.ts';
import type { Entry } from './format.ts';

/** Without line ends of Windows and characters that nobody sees. */
export const tidy = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .trim();

const SECONDS = { least: 5, most: 240 };

/** @param said undefined or without sense: the quiz's own default */
export function secondsFrom(said: number | undefined): { seconds?: number; changes: string[] } {
  if (said === undefined || !Number.isFinite(said) || said <= 0) return { changes: [] };
  const seconds = Math.min(Math.max(Math.round(said), SECONDS.least), SECONDS.most);
  return { seconds, changes: seconds === said ? [] : [`${said} s to answer became ${seconds} s`] };
}

/** Far beyond any question: such a text would stop the page. */
const LONGEST = 5_000;

/** A cell that holds a book is left out with its question. */
export const isBeyond = (texts: readonly string[]) => texts.some((text) => text.length > LONGEST);

export const tooLong = (at: string, text: string): Entry => left(at, text, `a text of more than ${LONGEST} characters`);

/** Nobody answers such a question; comparing them would take long. */
const MOST_OPTIONS = 100;

/**
 * Blanks go, and of options that say the same the later ones, unless they disagree about what is right.
 * @param numbers of the right ones, counted from 1, blanks included, as the file counts
 */
export function keptOptions(all: readonly string[], numbers: readonly number[]) {
  const [cells, right] = [all.slice(0, MOST_OPTIONS), numbers.slice(0, MOST_OPTIONS)];
  const changes = all.length > MOST_OPTIONS ? [`of ${all.length} answers the first ${MOST_OPTIONS} were read`] : [];
  const kept: (FoundOption & { number: number })[] = [];
  for (const [i, cell] of cells.entries()) {
    const option = { text: tidy(cell), right: right.includes(i + 1), number: i + 1 };
    const same = kept.find((one) => one.text === option.text && one.right === option.right);
    if (!option.text) {
      if (option.right) changes.push(`answer ${option.number} was marked right, but is empty`);
    } else if (same) changes.push(`answer ${option.number} says the same as answer ${same.number}: left out`);
    else kept.push(option);
  }
  const beyond = right.filter((number) => number > cells.length || number < 1);
  changes.push(...beyond.map((number) => `answer ${number} was marked right, but there is none`));
  return { options: kept.map(({ text, right }) => ({ text, right })), changes };
}

/** A question with options, as cells say it. */
export function optionsEntry(
  at: string,
  text: string,
  cells: readonly string[],
  right: readonly number[],
  more: Omit<More, 'seconds'> & { several?: boolean; seconds?: number | undefined; changes?: readonly string[] } = {},
): Entry {
  if (isBeyond([text, ...cells])) return tooLong(at, text);
  const { seconds: said, changes = [], ...others } = more;
  const { options, changes: about } = keptOptions(cells, right);
  const { seconds, changes: aboutTime } = secondsFrom(said);
  return read(at, optionsDraft(tidy(text), options, { ...others, seconds }), [...changes, ...about, ...aboutTime]);
}
