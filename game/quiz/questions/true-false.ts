// Option 1 is true, option 2 false.
import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { countOptions, gradeOptions, type OptionTypes, oneOption, textsOf } from './options.ts';

interface TrueFalse extends OptionTypes {
  fields: { right: boolean };
  prompt: object;
}

const OPTIONS = ['True', 'False'];

export const trueFalse: Kind<TrueFalse> = {
  fields: { right: v.boolean('true or false') },
  check: () => [],
  prompt: () => ({}),
  solution: ({ right }) => ({ right: [right ? 1 : 2] }),
  parse: (_, text) => oneOption(text, OPTIONS.length),
  grade: gradeOptions,
  summarize: (_, answers) => countOptions(answers, OPTIONS.length),
  describe: (_, answer) => textsOf(answer, OPTIONS),
  describeSolution: ({ right }) => textsOf(right, OPTIONS),
};
