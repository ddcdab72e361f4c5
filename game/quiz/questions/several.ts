import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { duplicateOptions, optionList, optionNumber } from './option-fields.ts';
import { countOptions, gradeOptions, type OptionPrompt, type OptionTypes, someOptions, textsOf } from './options.ts';

interface Several extends OptionTypes {
  fields: { options: string[]; right: number[]; partial: boolean };
  prompt: OptionPrompt;
  solution: { right: number[]; partial: boolean };
}

const RIGHT = 'a list of at least one option’s number, counted from 1';

export const several: Kind<Several> = {
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
  prompt: ({ options }) => ({ options, several: true }),
  solution: ({ right, partial }) => ({ right: right.toSorted((a, b) => a - b), partial }),
  parse: ({ options }, text) => someOptions(text, options.length),
  grade: gradeOptions,
  summarize: ({ options }, answers) => countOptions(answers, options.length),
  describe: ({ options }, answer) => textsOf(answer, options),
  describeSolution: ({ options, right }) => textsOf(right, options),
};
