// What becomes of the questions that were brought.
import type { Draft } from '../../../../game/quiz/library.ts';
import { QUESTIONS_MOST } from '../../../../game/quiz/quiz.ts';
import type { LeftOut } from '../../../../quizzes/formats/left-out.ts';
import type { BroughtFile, BroughtRow, Destination, RowPlace } from '../../../ui/bringing-model.ts';

export const withRow = (
  files: readonly BroughtFile[],
  [file, row]: RowPlace,
  change: (row: BroughtRow) => BroughtRow,
): BroughtFile[] =>
  files.map((one, i) => (i === file ? { ...one, rows: one.rows.map((it, k) => (k === row ? change(it) : it)) } : one));

/** In the order of the file. */
export const takenOf = ({ rows }: BroughtFile): Draft[] =>
  rows.flatMap(({ draft, isTaken }) => (draft && isTaken ? [draft] : []));

/** What no quiz could take, and nobody has mended. */
export const leftOutOf = ({ rows }: BroughtFile): LeftOut[] =>
  rows.flatMap(({ verdict, at, notes, kept, text }) =>
    verdict === 'left' ? [{ at, reason: notes.join(' '), text: kept ?? text }] : [],
  );

export const countTaken = (files: readonly BroughtFile[]): number => files.reduce((sum, file) => sum + takenOf(file).length, 0);

/** How many of each; together they are the rows. */
export function countsOf(rows: readonly BroughtRow[]) {
  const count = (...verdicts: BroughtRow['verdict'][]) =>
    rows.filter(({ verdict, isTaken }) => isTaken && verdicts.includes(verdict)).length;
  return {
    taken: count('taken', 'mended'),
    changed: count('changed'),
    draft: count('draft'),
    left: rows.filter(({ isTaken }) => !isTaken).length,
  };
}

/** A quiz to be made. */
export interface NewQuiz {
  title: string;
  language: string;
  questions: readonly Draft[];
}

const LONGEST_TITLE = 80;

/** Split where a quiz would have more questions than it may. */
function parts({ title, language, questions }: NewQuiz): NewQuiz[] {
  const count = Math.ceil(questions.length / QUESTIONS_MOST);
  return Array.from({ length: count }, (_, i) => {
    const end = count > 1 ? ` (${i + 1})` : '';
    return {
      title: title.slice(0, LONGEST_TITLE - end.length) + end,
      language,
      questions: questions.slice(i * QUESTIONS_MOST, (i + 1) * QUESTIONS_MOST),
    };
  });
}

export function newQuizzes(files: readonly BroughtFile[], { isOne, title }: Extract<Destination, { to: 'new' }>): NewQuiz[] {
  const [first] = files;
  if (!first) return [];
  if (files.length === 1 || isOne)
    return parts({ title: title.trim() || first.title, language: first.language, questions: files.flatMap(takenOf) });
  return files.flatMap((file) => parts({ title: file.title, language: file.language, questions: takenOf(file) }));
}
