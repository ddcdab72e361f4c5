// Of all that began like a question: what is one, what is a heading, what belongs to the key.
import { type AnswerKey, isLetters } from './key.ts';
import type { PlainFile, PlainQuestion } from './question.ts';
import { asksTruth } from './statements.ts';

/** `3. B` */
const isKeyLine = ({ number, options, text }: PlainQuestion) => number !== undefined && !options.length && isLetters(text);

const isHeading = ({ number, options, answer, text }: PlainQuestion) =>
  number === undefined && !options.length && answer === undefined && (!/[?？]/.test(text) || asksTruth(text));

const LETTER = /^\(?[A-H](?:[).:,;\s]|$)/i;

/** @param key gets what it lacks, and gives the questions their answers */
export function sortedOut(found: readonly PlainQuestion[], key: AnswerKey): Pick<PlainFile, 'questions' | 'headings'> {
  const open = new Set(found.flatMap((one) => (one.options.length && one.answer === undefined ? [one.number] : [])));
  // Below the questions each may come once more, with its answer.
  const isRepeated = ({ number, options, answer }: PlainQuestion) =>
    number !== undefined && !options.length && answer !== undefined && LETTER.test(answer) && open.has(number);
  for (const { number = 0, answer = '', explanation } of found.filter(isRepeated))
    key.add({ number, answer, ...(explanation !== undefined && { explanation }) });
  for (const { number = 0, text } of found.filter(isKeyLine)) key.add({ number, answer: text });
  const questions = found.filter((one) => !isKeyLine(one) && !isHeading(one) && !isRepeated(one)).map((one) => ({ ...one }));
  key.apply(questions);
  return { questions, headings: found.filter(isHeading).map(({ line, text }) => ({ line, text })) };
}
