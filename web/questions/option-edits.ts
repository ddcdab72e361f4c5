// Options of a draft as they are typed, pasted and taken away; right ones keep their text.

export interface EditedOptions {
  options: readonly string[];
  /** Numbers from 1. */
  right: readonly number[];
}

export const MOST_OPTIONS = 6;
const FEWEST_OPTIONS = 2;

export function removeOption({ options, right }: EditedOptions, at: number): EditedOptions {
  if (options.length <= FEWEST_OPTIONS)
    return { options: options.with(at, ''), right: right.filter((number) => number !== at + 1) };
  return {
    options: options.toSpliced(at, 1),
    right: right.flatMap((number) => (number === at + 1 ? [] : number > at + 1 ? number - 1 : number)),
  };
}

/**
 * Several lines become as many options: the first in place, the others where options are empty, then after the last.
 * @returns also how many lines found no place
 */
export function pasteOptions(before: EditedOptions, at: number, lines: readonly string[]): EditedOptions & { left: number } {
  const options = [...before.options];
  const rest = [...lines];
  options[at] = rest.shift() ?? '';
  for (let i = at + 1; i < options.length && rest.length; i++) if (!options[i]?.trim()) options[i] = rest.shift() ?? '';
  while (rest.length && options.length < MOST_OPTIONS) options.push(rest.shift() ?? '');
  return { options, right: before.right, left: rest.length };
}

/** Of a pasted text: without the marks of a list. */
export const linesOf = (text: string) =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\(?[A-Fa-f1-6][.)])\s+/, '').trim())
    .filter(Boolean);
