// Gimkit keeps the right answer in a column of its own, before the wrong ones.
import { plainName } from './column-names.ts';
import type { TableFormat } from './question-table.ts';

export const gimkit: TableFormat = {
  name: 'Gimkit',
  isIn: ({ rows }, { columns }) =>
    rows.slice(0, 2).some((row) => row.some((cell) => /gimkit/i.test(cell.slice(0, 100)))) ||
    columns.some(({ name }) => plainName(name) === 'incorrect answer 1') ||
    (columns.some(({ name }) => plainName(name) === 'answer') && columns.some(({ name }) => plainName(name) === 'alt 1')),
  isApart: true,
};
