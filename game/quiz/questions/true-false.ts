// Option 1 is true, option 2 false.
import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { chosenOptions, chosenTexts, countOptions } from './options.ts';

interface TrueFalse {
  kind: 'true-false';
  right: boolean;
}

export const trueFalse: Kind<TrueFalse, Pick<TrueFalse, 'kind'>, { right: number[] }> = {
  fields: { right: v.boolean('true or false') },
  check: () => [],
  prompt: ({ kind }) => ({ kind }),
  solution: ({ right }) => ({ right: [right ? 1 : 2] }),
  credit: ({ right }, answer) => {
    const numbers = chosenOptions(answer, 2);
    return numbers?.length === 1 ? Number(numbers[0] === (right ? 1 : 2)) : undefined;
  },
  distribution: (_, answers) => countOptions(answers, 2),
  describe: (_, answer) => chosenTexts(answer, ['True', 'False']),
};
