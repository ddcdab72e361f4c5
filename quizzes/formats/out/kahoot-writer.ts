// Kahoot's own template, filled in.
import { writeXlsx } from 'hucre/xlsx';
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { workbook } from '../tables.ts';
import { asWritten } from './as-written.ts';
import { ranges } from './ranges.ts';
import type { Numbered, Writer } from './writer.ts';

const HEADER = [
  null,
  'Question - max 120 characters',
  ...[1, 2, 3, 4].map((number) => `Answer ${number} - max 75 characters`),
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
];
const TIMES = [5, 10, 20, 30, 60, 90, 120, 240];
const MOST = { text: 120, option: 75, options: 4 };

type Question = Quiz['questions'][number];

/** Undefined: the template has no such question. */
function answersOf(question: Question): { texts: string[]; right: number[] } | undefined {
  const written = asWritten(question);
  if (written.sort === 'truth') return { texts: ['True', 'False'], right: [written.right ? 1 : 2] };
  if (written.sort !== 'options' || written.options.length > MOST.options) return undefined;
  const right = written.options.flatMap((option, i) => (option.right ? [i + 1] : []));
  return right.length ? { texts: written.options.map(({ text }) => text), right } : undefined;
}

/** The next that Kahoot knows. */
const timeOf = ({ seconds }: Question) => TIMES.find((time) => time >= seconds) ?? seconds;

function rowOf(question: Question, number: number) {
  const { texts, right } = answersOf(question) ?? { texts: [], right: [] };
  const options = Array.from({ length: MOST.options }, (_, i) => texts[i] ?? null);
  return [number, question.text, ...options, timeOf(question), right.join(',')];
}

/** How many characters a part may have, and in which questions it has more. */
const tooLong = (what: string, most: number, all: readonly Numbered[], is: (question: Question) => boolean) => {
  const numbers = all.flatMap(({ question, number }) => (answersOf(question) && is(question) ? [number] : []));
  if (!numbers.length) return [];
  return [
    `Kahoot takes ${what} of ${most} characters at most. Shorten them there: question${numbers.length > 1 ? 's' : ''} ${ranges(numbers)}.`,
  ];
};

/** `.xlsx` */
export const kahootWriter: Writer = {
  name: 'Kahoot quiz',
  ending: '.xlsx',
  reader: workbook,
  holds: (question) => answersOf(question) !== undefined,
  limits: (all) => [
    ...tooLong('questions', MOST.text, all, ({ text }) => text.length > MOST.text),
    ...tooLong('answers', MOST.option, all, (one) => Boolean(answersOf(one)?.texts.some((text) => text.length > MOST.option))),
  ],
  write: async ({ title, questions }) => {
    const held = questions.filter((question) => answersOf(question));
    const above = [[], [null, 'Quiz template', title], ...Array.from({ length: 5 }, () => [])];
    const rows = [...above, HEADER, ...held.map((question, i) => rowOf(question, i + 1))];
    return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }));
  },
};
