// True (option 1) or false (option 2); the two words are the page's, in the player's language.
import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { chosen, countOptions, optionWords } from './options.ts';

interface TrueFalse {
  right: boolean;
}

export const trueFalse: Kind<TrueFalse, object, { right: number[] }> = {
  entries: { right: v.boolean('true or false') },
  faults: () => [],
  face: () => ({}),
  key: ({ right }) => ({ right: [right ? 1 : 2] }),
  share: ({ right }, answer) => {
    const numbers = chosen(answer, 2);
    return numbers?.length === 1 ? Number(numbers[0] === (right ? 1 : 2)) : undefined;
  },
  distribution: (_, answers) => countOptions(answers, 2),
  words: (_, answer) => optionWords(answer, ['True', 'False']),
};
