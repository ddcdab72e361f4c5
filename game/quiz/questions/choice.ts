import type { Kind } from './kind.ts';
import { duplicateOptions, optionList, optionNumber } from './option-fields.ts';
import { countOptions, gradeOptions, type OptionPrompt, type OptionTypes, oneOption, textsOf } from './options.ts';

interface Choice extends OptionTypes {
  fields: { options: string[]; right: number };
  prompt: OptionPrompt;
}

export const choice: Kind<Choice> = {
  fields: { options: optionList, right: optionNumber },
  check: ({ options, right }) => [
    ...duplicateOptions(options),
    ...(right > options.length ? [{ field: 'right', should: `an option’s number, from 1 to ${options.length}` }] : []),
  ],
  prompt: ({ options }) => ({ options, several: false }),
  solution: ({ right }) => ({ right: [right] }),
  parse: ({ options }, text) => oneOption(text, options.length),
  grade: gradeOptions,
  summarize: ({ options }, answers) => countOptions(answers, options.length),
  describe: ({ options }, answer) => textsOf(answer, options),
  describeSolution: ({ options, right }) => textsOf(right, options),
};
