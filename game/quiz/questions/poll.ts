// What the room thinks: nothing is right, nothing is earned.
import * as v from 'valibot';
import type { Kind } from './kind.ts';
import { chosenOptions, chosenTexts, countOptions, duplicateOptions, optionList } from './options.ts';

interface Poll {
  kind: 'poll';
  options: string[];
  several: boolean;
}

export const poll: Kind<Poll, Poll, { right: number[] }> = {
  fields: { options: optionList, several: v.optional(v.boolean('true (as many as one likes) or false (one)'), false) },
  check: ({ options }) => duplicateOptions(options),
  prompt: ({ kind, options, several }) => ({ kind, options, several }),
  solution: () => ({ right: [] }),
  distribution: count,
  live: count,
  describe: ({ options }, answer) => chosenTexts(answer, options),
};

function count({ options, several }: Poll, answers: readonly string[]): number[] {
  const given = answers.filter((answer) => several || chosenOptions(answer, options.length)?.length === 1);
  return countOptions(given, options.length);
}
