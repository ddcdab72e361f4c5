import type { TableFormat } from './question-table.ts';

/** Whatever has columns that can be told apart. */
export const anyTable: TableFormat = { name: 'Table', isIn: () => true };
