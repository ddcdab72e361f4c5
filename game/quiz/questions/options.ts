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

/** RULES S4. @returns 0 to 1 for each */
export const gradeOptions = ({ right, partial }: { right: readonly number[]; partial?: boolean }, answers: readonly number[][]) =>
  answers.map((chosen) => {
    const hits = chosen.filter((number) => right.includes(number)).length;
    const misses = chosen.length - hits;
    if (!partial) return Number(hits === right.length && misses === 0);
    return Math.max(0, hits - misses) / right.length;
  });
