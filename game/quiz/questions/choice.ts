import type { Kind } from './kind.ts';
import { chosenOptions, chosenTexts, countOptions, duplicateOptions, optionList, optionNumber } from './options.ts';

interface Choice {
  kind: 'choice';
  options: string[];
  right: number;
}

export const choice: Kind<Choice, Pick<Choice, 'kind' | 'options'>, { right: number[] }> = {
  fields: { options: optionList, right: optionNumber },
  check: ({ options, right }) => [
    ...duplicateOptions(options),
    ...(right > options.length ? [{ field: 'right', should: `an option’s number, from 1 to ${options.length}` }] : []),
  ],
  prompt: ({ options, kind }) => ({ options, kind }),
  solution: ({ right }) => ({ right: [right] }),
  credit: ({ options, right }, answer) => {
    const numbers = chosenOptions(answer, options.length);
    return numbers?.length === 1 ? Number(numbers[0] === right) : undefined;
  },
  distribution: ({ options }, answers) => countOptions(answers, options.length),
  describe: ({ options }, answer) => chosenTexts(answer, options),
};
