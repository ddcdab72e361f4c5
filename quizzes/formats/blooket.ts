// Blooket's template: names of columns in row 2, with line ends in them; sometimes row 1, sometimes none.
import { plainName } from './column-names.ts';
import type { TableFormat } from './question-table.ts';

export const blooket: TableFormat = {
  name: 'Blooket',
  isIn: ({ rows }, { columns }) =>
    rows.slice(0, 3).some((row) => row.some((cell) => /blooket/i.test(cell.slice(0, 100)))) ||
    (columns.some(({ name }) => plainName(name) === 'question #') && columns.some(({ role }) => role === 'seconds')),
  isNumbered: true,
};
