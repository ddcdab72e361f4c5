import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { chosenOptions, chosenTexts, countOptions, duplicateOptions, optionList, optionNumber } from './options.ts';

interface Several {
  kind: 'several';
  options: string[];
  right: number[];
  partial: boolean;
}

const RIGHT = 'a list of at least one option’s number, counted from 1';

export const several: Kind<Several, Pick<Several, 'kind' | 'options'> & { several: boolean }, { right: number[] }> = {
  fields: {
    options: optionList,
    right: v.pipe(v.array(optionNumber, RIGHT), v.minLength(1, RIGHT)),
    partial: v.optional(v.boolean('true (a share of the points for each) or false (all or nothing)'), false),
  },
  check: ({ options, right }) => [
    ...duplicateOptions(options),
    ...(right.some((number) => number > options.length)
      ? [{ field: 'right', should: `numbers from 1 to ${options.length}` }]
      : []),
    ...(new Set(right).size < right.length ? [{ field: 'right', should: 'numbers that all differ' }] : []),
  ],
  prompt: ({ options, kind }) => ({ options, kind, several: true }),
  solution: ({ right }) => ({ right: [...right].sort((a, b) => a - b) }),
  // RULES S4.
  credit: ({ options, right, partial }, answer) => {
    const numbers = chosenOptions(answer, options.length);
    if (!numbers) return undefined;
    const hits = numbers.filter((number) => right.includes(number)).length;
    const misses = numbers.length - hits;
    if (!partial) return Number(hits === right.length && misses === 0);
    return Math.max(0, hits - misses) / right.length;
  },
  distribution: ({ options }, answers) => countOptions(answers, options.length),
  describe: ({ options }, answer) => chosenTexts(answer, options),
};
