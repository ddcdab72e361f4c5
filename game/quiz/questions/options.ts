// Shared by the kinds with numbered options.
import * as v from 'valibot';

const optionText = v.pipe(
  v.string('text'),
  v.trim(),
  v.minLength(1, 'a text of 1 to 75 characters'),
  v.maxLength(75, 'a text of 1 to 75 characters'),
);

export const optionList = v.pipe(
  v.array(optionText, 'a list of 2 to 6 texts'),
  v.minLength(2, 'a list of 2 to 6 texts'),
  v.maxLength(6, 'a list of 2 to 6 texts'),
);

export const optionNumber = v.pipe(
  v.number('an option’s number, counted from 1'),
  v.integer('an option’s number, counted from 1'),
  v.minValue(1, 'an option’s number, counted from 1'),
  v.maxValue(6, 'an option’s number, counted from 1'),
);

/** Options that look alike on a projector. */
export const duplicateOptions = (options: readonly string[]) =>
  new Set(options.map((option) => option.trim().toLowerCase())).size < options.length
    ? [{ field: 'options', should: 'options that all differ' }]
    : [];

/** Parses `2` or `1,3`: ascending, distinct, existing; else undefined. */
export function chosenOptions(answer: string, options: number): number[] | undefined {
  if (!/^[1-6](,[1-6])*$/.test(answer)) return undefined;
  const numbers = answer.split(',').map(Number);
  return numbers.every((number, i) => number <= options && (i === 0 || number > numbers[i - 1]!)) ? numbers : undefined;
}

export function countOptions(answers: readonly string[], options: number): number[] {
  const counts = new Array<number>(options).fill(0);
  for (const answer of answers) for (const number of chosenOptions(answer, options) ?? []) counts[number - 1]!++;
  return counts;
}

export const chosenTexts = (answer: string, options: readonly string[]) =>
  (chosenOptions(answer, options.length) ?? []).map((number) => options[number - 1]).join(' + ');
