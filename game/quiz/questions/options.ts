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

export const duplicateOptions = (options: readonly string[]) =>
  new Set(options).size < options.length ? [{ field: 'options', should: 'options that all differ' }] : [];

/** Shared by all kinds of options. */
export interface OptionTypes {
  answer: number[];
  /** How many chose each. */
  summary: number[];
  solution: { right: number[] };
}

export interface OptionPrompt {
  options: string[];
  /** As many as one likes. */
  several: boolean;
}

/** `2` or `1,3`: ascending, existing; else undefined. */
export function someOptions(text: string, options: number): number[] | undefined {
  if (!/^[1-6](,[1-6])*$/.test(text)) return undefined;
  const numbers = text.split(',').map(Number);
  return numbers.every((number, i) => number <= options && number > (numbers[i - 1] ?? 0)) ? numbers : undefined;
}

export function oneOption(text: string, options: number): number[] | undefined {
  const numbers = someOptions(text, options);
  return numbers?.length === 1 ? numbers : undefined;
}

export const countOptions = (answers: readonly number[][], options: number): number[] =>
  Array.from({ length: options }, (_, i) => answers.filter((chosen) => chosen.includes(i + 1)).length);

export const textsOf = (numbers: readonly number[], options: readonly string[]) =>
  numbers.map((number) => options[number - 1]).join(' + ');
