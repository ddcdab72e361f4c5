// A table for any spreadsheet: a question in each row.
import Papa from 'papaparse';
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { separated } from '../tables.ts';
import { asWritten } from './as-written.ts';
import type { Writer } from './writer.ts';

const MOST_OPTIONS = 6;
const HEADER = [
  'Question',
  'Type',
  ...Array.from({ length: MOST_OPTIONS }, (_, i) => `Option ${i + 1}`),
  'Correct answer',
  'Time in seconds',
  'Explanation',
];

type Question = Quiz['questions'][number];

function answers(question: Question): { type: string; options: string[]; right: string } {
  const written = asWritten(question);
  if (written.sort === 'truth') return { type: 'True or false', options: [], right: written.right ? 'TRUE' : 'FALSE' };
  if (written.sort === 'words') return { type: 'Typed answer', options: [], right: written.accepted.join('; ') };
  if (written.sort === 'other') return { type: '', options: [], right: '' };
  const right = written.options.flatMap((option, i) => (option.right ? [i + 1] : []));
  const type = right.length ? (written.several ? 'Multiple select' : 'Multiple choice') : 'Poll';
  return { type, options: written.options.map(({ text }) => text), right: right.join(',') };
}

function rowOf(question: Question): string[] {
  const { type, options, right } = answers(question);
  const cells = Array.from({ length: MOST_OPTIONS }, (_, i) => options[i] ?? '');
  return [question.text, type, ...cells, right, String(question.seconds), question.explanation ?? ''];
}

const holds = (question: Question) => asWritten(question).sort !== 'other';

/** `.csv`, as Excel opens it: marked as UTF-8, and no cell is run. */
export const tableWriter: Writer = {
  name: 'Table',
  ending: '.csv',
  reader: separated,
  holds,
  write: ({ questions }) => {
    const rows = [HEADER, ...questions.filter(holds).map(rowOf)];
    return new TextEncoder().encode(`\uFEFF${Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' })}\r\n`);
  },
};
