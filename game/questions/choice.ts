// One right answer among two to six.
import type { Kind } from './kind.ts';
import { alikeOptions, chosen, countOptions, optionList, optionNumber, optionWords } from './options.ts';

interface Choice {
  options: string[];
  right: number;
}

export const choice: Kind<Choice, { options: string[] }, { right: number[] }> = {
  entries: { options: optionList, right: optionNumber },
  faults: ({ options, right }) => [
    ...alikeOptions(options),
    ...(right > options.length ? [{ field: 'right', should: `an option’s number, from 1 to ${options.length}` }] : []),
  ],
  face: ({ options }) => ({ options }),
  key: ({ right }) => ({ right: [right] }),
  share: ({ options, right }, answer) => {
    const numbers = chosen(answer, options.length);
    return numbers?.length === 1 ? Number(numbers[0] === right) : undefined;
  },
  distribution: ({ options }, answers) => countOptions(answers, options.length),
  words: ({ options }, answer) => optionWords(answer, options),
};
