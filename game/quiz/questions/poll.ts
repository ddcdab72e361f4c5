// What the room thinks: nothing is right, nothing is earned.
import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { duplicateOptions, optionList } from './option-fields.ts';
import { countOptions, type OptionPrompt, type OptionTypes, oneOption, someOptions, textsOf } from './options.ts';

interface Poll extends OptionTypes {
  fields: OptionPrompt;
  prompt: OptionPrompt;
}

export const poll: Kind<Poll> = {
  fields: { options: optionList, several: v.optional(v.boolean('true (as many as one likes) or false (one)'), false) },
  check: ({ options }) => duplicateOptions(options),
  prompt: ({ options, several }) => ({ options, several }),
  solution: () => ({ right: [] }),
  parse: ({ options, several }, text) => (several ? someOptions : oneOption)(text, options.length),
  summarize: ({ options }, answers) => countOptions(answers, options.length),
  describe: ({ options }, answer) => textsOf(answer, options),
  describeSolution: () => '',
  live: true,
};
