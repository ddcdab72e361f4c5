import type { Kind } from './kind.ts';
import {
  countOptions,
  duplicateOptions,
  type OptionPrompt,
  type OptionTypes,
  oneOption,
  optionList,
  optionNumber,
  textsOf,
} from './options.ts';

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
  grade: ({ right }, answers) => answers.map(([chosen]) => Number(chosen === right[0])),
  summarize: ({ options }, answers) => countOptions(answers, options.length),
  describe: ({ options }, answer) => textsOf(answer, options),
  describeSolution: ({ options, right }) => textsOf(right, options),
};
