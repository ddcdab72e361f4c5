// Kahoot's own template, filled in.
import { writeXlsx } from 'hucre/xlsx';
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { workbook } from '../tables.ts';
import { asWritten } from './as-written.ts';
import type { Writer } from './writer.ts';

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

const places = (questions: readonly Question[], is: (question: Question) => boolean) =>
  questions.flatMap((question, i) => (is(question) ? [i + 1] : [])).join(', ');

/** `.xlsx` */
export const kahootWriter: Writer = {
  name: 'Kahoot quiz',
  ending: '.xlsx',
  reader: workbook,
  holds: (question) => answersOf(question) !== undefined,
  limits: ({ questions }) => {
    const texts = places(questions, ({ text }) => text.length > MOST.text);
    const options = places(questions, (one) => answersOf(one)?.texts.some((text) => text.length > MOST.option) ?? false);
    return [
      ...(texts ? [`Kahoot takes questions of ${MOST.text} characters, longer ones have to be shortened: ${texts}.`] : []),
      ...(options
        ? [`Kahoot takes answers of ${MOST.option} characters, longer ones have to be shortened: question ${options}.`]
        : []),
    ];
  },
  write: async ({ title, questions }) => {
    const held = questions.filter((question) => answersOf(question));
    const above = [[], [null, 'Quiz template', title], ...Array.from({ length: 5 }, () => [])];
    const rows = [...above, HEADER, ...held.map((question, i) => rowOf(question, i + 1))];
    return new Uint8Array(await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }));
  },
};
