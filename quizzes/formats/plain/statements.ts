// True or false: how statements are announced, and how they end.
import type { PlainQuestion } from './question.ts';
import { truthOf, wordsFor } from './words.ts';

const EITHER = new RegExp(
  `(?:${wordsFor('yes')})\\s?(?:/|\\||,|or|oder|ou|o|of|eller|и|или|lub|veya)\\s?(?:${wordsFor('no')})`,
  'iu',
);

/** `True or false?` above a list. */
export const asksTruth = (text: string): boolean => text.length < 200 && EITHER.test(text);

const SIGNS = '[√✓✔×✗✘]';
const SAID = new RegExp(
  `(?:\\s*[([（]\\s*(${wordsFor('yes')}|${wordsFor('no')}|${SIGNS})\\s*[)\\]）]|\\s*(?:[-–—=→:]|\\.{2,}|_{2,})\\s*(${wordsFor('yes')}|${wordsFor('no')}))\\.?$`,
  'iu',
);

/** `… (True)` */
export const saysTruth = (text: string): boolean => text.length < 1000 && SAID.test(text);

const isStatement = ({ number, options, answer, text }: PlainQuestion) =>
  number !== undefined && !options.length && (answer === undefined || truthOf(answer) !== undefined) && text.length < 1000;

/** `The sun is a star. (True)`, where most numbered lines end so. */
export function statements(found: readonly PlainQuestion[]): readonly PlainQuestion[] {
  const asked = found.filter(isStatement);
  const ending = asked.filter(({ text, answer }) => answer === undefined && SAID.test(text));
  if (ending.length < 2 || ending.length < asked.length * 0.6) return found;
  return found.map((one) => {
    const said = ending.includes(one) ? SAID.exec(one.text) : undefined;
    const answer = said?.[1] ?? said?.[2];
    if (!said || !answer) return one;
    const isSign = new RegExp(SIGNS, 'u').test(answer);
    const truth = isSign ? (/[√✓✔]/u.test(answer) ? 'true' : 'false') : answer;
    return { ...one, text: one.text.slice(0, said.index).trim(), answer: truth };
  });
}
