// A report's sheet for each question, where its raw data are missing: labels in the first column.
import { decodeHTMLStrict } from 'entities';
import { tidy } from './option-cells.ts';
import type { Sheet } from './sheet.ts';

export interface ReportQuestion {
  /** Such as `3 Quiz`. */
  label: string;
  text: string;
  options: string[];
  /** Numbers counted from 1. */
  right: number[];
  seconds: number | undefined;
}

/** Shapes of the answers. */
const SYMBOL = /^[▲◆●■★⬢✔✘✓✗√](?:\uFE0E|\uFE0F)?$/u;
const RIGHT = /[✔✓√✅]|^(true|yes|correct)$/iu;

function questionOn({ name, rows }: Sheet): ReportQuestion[] {
  const at = rows.findIndex((row) => /^\d+ \p{L}/u.test(row[0]?.trim() ?? '') && row.slice(1).some((cell) => cell.trim()));
  const labelled = (label: RegExp) => rows.find((row) => label.test(row[0]?.trim() ?? '')) ?? [];
  const options = labelled(/^answer options/i);
  const marks = labelled(/^is answer correct/i);
  if (at < 0 || !options.length) return [];
  const places = options.flatMap((cell, i) => (i > 0 && cell.trim() && !SYMBOL.test(cell.trim()) ? [i] : []));
  // The mark stands below the answer, or below its shape at the left.
  const isRight = (place: number) => RIGHT.test(marks[place]?.trim() || marks[place - 1]?.trim() || '');
  const decoded = (cell: string) => tidy(decodeHTMLStrict(cell));
  const seconds = labelled(/^question duration/i)
    .slice(1)
    .join(' ');
  return [
    {
      label: decoded(/^\d+ \p{L}/u.test(name) ? name : (rows[at]?.[0] ?? '')),
      text: decoded(rows[at]?.slice(1).find((cell) => cell.trim()) ?? ''),
      options: places.map((place) => decoded(options[place] ?? '')),
      right: places.flatMap((place, i) => (isRight(place) ? [i + 1] : [])),
      seconds: Number(/\d+/.exec(seconds)?.[0] ?? Number.NaN),
    },
  ];
}

export const questionsOnSheets = (sheets: readonly Sheet[]): ReportQuestion[] => sheets.flatMap(questionOn);
