// Columns of a table without names, by what is in them.

import type { Role } from './column-names.ts';
import type { Header } from './header.ts';
import { isBlank } from './sheet.ts';

const SAMPLE = 200;
const RIGHT = /^[1-6]( ?[,;] ?[1-6])*$|^[A-Fa-f]( ?[,;] ?[A-Fa-f])*$/;

const share = (cells: readonly string[], is: (cell: string) => boolean) => cells.filter(is).length / (cells.length || 1);
const mean = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + cell.length, 0) / (cells.length || 1);

const isRunning = (cells: readonly string[]) =>
  cells.length > 1 &&
  cells.every((cell, i) => i === 0 || Number.parseInt(cell, 10) === Number.parseInt(cells[i - 1] ?? '', 10) + 1);

const isTime = (cells: readonly string[]) =>
  share(cells, (cell) => /^\d{1,3}( ?(s|sec|seconds))?$/i.test(cell) && Number.parseInt(cell, 10) >= 5) > 0.9;

function rolesIn(sample: readonly string[][]): (Role | undefined)[] | undefined {
  const width = Math.min(20, Math.max(0, ...sample.map((row) => row.length)));
  if (sample.length < 2 || width < 4) return undefined;
  const cells = Array.from({ length: width }, (_, i) => sample.map((row) => row[i]?.trim() ?? '').filter(Boolean));
  const leading = cells.findIndex((column) => column.length);
  const roles = cells.map((column, i): Role | undefined => {
    if (column.length < sample.length * 0.6) return undefined;
    if (i === leading && isRunning(column)) return 'number';
    if (isTime(column)) return 'seconds';
    return share(column, (cell) => RIGHT.test(cell)) > 0.9 ? 'right' : undefined;
  });
  const texts = cells.flatMap((column, i) => (column.length && !roles[i] ? [i] : []));
  // The longest of the first two: a title or a number may stand before.
  const [text] = texts.slice(0, 2).sort((a, b) => mean(cells[b] ?? []) - mean(cells[a] ?? []));
  const options = texts.filter((i) => text !== undefined && i > text);
  const copy = roles.includes('right') ? undefined : options.findLast((i) => repeatsOthers(sample, i, options));
  const isEnough = options.length - (copy === undefined ? 0 : 1) >= 2 && (copy !== undefined || roles.includes('right'));
  if (text === undefined || !isEnough) return undefined;
  return roles.map((role, i) => (i === text ? 'text' : i === copy ? 'right' : options.includes(i) ? 'option' : role));
}

/** Rows above the questions: names that mean nothing here, such as `Column A`. */
const MOST_ABOVE = 3;

/**
 * @returns undefined unless question, two options and what is right can be told apart;
 * `row` is -1 where all rows are questions
 */
export function guessColumns(rows: readonly string[][]): Header | undefined {
  const filled = rows.map((row, i) => ({ row, i })).filter(({ row }) => !isBlank(row));
  for (let above = MOST_ABOVE; above >= 0; above--) {
    const roles = rolesIn(filled.slice(above, above + SAMPLE).map(({ row }) => row));
    if (!roles) continue;
    const first = filled.findIndex(({ row }) => isLike(row, roles));
    const row = (filled[first]?.i ?? 0) - 1;
    const columns = roles.map((role) => ({ name: '', role }));
    return { row, columns, remarks: ['No row names the columns: they were told apart by what is in them.'] };
  }
  return undefined;
}

/** Says what is right as the others do. */
function isLike(row: readonly string[], roles: readonly (Role | undefined)[]): boolean {
  const right = row[roles.indexOf('right')]?.trim() ?? '';
  return RIGHT.test(right) || roles.some((role, i) => role === 'option' && right !== '' && row[i]?.trim() === right);
}

/** The right answer in words stands among the options, too. */
const repeatsOthers = (rows: readonly string[][], at: number, options: readonly number[]) =>
  share(
    rows.map((row) => (options.some((i) => i !== at && row[i]?.trim() === row[at]?.trim()) ? (row[at] ?? '') : '')),
    (cell) => cell.trim() !== '',
  ) > 0.9;
