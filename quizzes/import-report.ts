import { quizFaultLine } from '../game/quiz/quiz.ts';
import { excerptOf } from './formats/drafts.ts';
import { counts, type Reviewed } from './formats/review.ts';

/** Of one file. */
export interface ImportReport {
  file: string;
  /** Nothing of the file could be read, for this reason. */
  refused?: string;
  format?: string;
  title?: string;
  rows: Reviewed[];
  remarks: string[];
  /** Files that were made. */
  written: string[];
}

/** Nothing is left out, and nothing has to be finished. */
export const isWhole = ({ refused, rows }: ImportReport) =>
  refused === undefined && rows.every(({ verdict }) => verdict === 'taken' || verdict === 'changed');

function rowLines({ verdict, entry, faults }: Reviewed): string[] {
  if (entry.outcome === 'left') return [`  ${entry.at}, left out: ${entry.reason}: ${entry.text}`];
  const text = excerptOf(entry.draft.text);
  if (verdict === 'draft')
    return [`  ${entry.at}, to finish: ${[...faults.map(quizFaultLine), ...entry.changes].join('; ')}: ${text}`];
  return verdict === 'changed' ? [`  ${entry.at}, changed: ${entry.changes.join('; ')}: ${text}`] : [];
}

/** For people: what came of a file, and each question that did not come as it stood. */
export function reportLines({ file, refused, format, rows, remarks, written }: ImportReport): string[] {
  if (refused !== undefined) return [`${file}: ${refused}`];
  const { taken, changed, draft, left } = counts(rows);
  return [
    `${file}: ${format}, ${rows.length} questions: ${taken} taken, ${changed} changed, ${draft} to finish, ${left} left out`,
    ...rows.flatMap(rowLines),
    ...remarks.map((remark) => `  ${remark}`),
    ...written.map((path) => `  → ${path}`),
  ];
}

/** For programs, as plain values. */
export const reportJson = ({ rows, ...report }: ImportReport) => ({
  ...report,
  ...counts(rows),
  questions: rows.map(({ verdict, entry, faults }) => ({ ...entry, verdict, faults })),
});
