// Kahoot's template: title and instructions above, names of columns in row 8.
import type { TableFormat } from './question-table.ts';

const TEMPLATE = /^quiz template$/i;

export const kahootQuiz: TableFormat = {
  name: 'Kahoot quiz',
  isIn: ({ rows }, { columns }) =>
    columns.some(({ name }) => /^question\b.*\bmax\b.*\bcharacters/is.test(name)) ||
    rows.slice(0, 8).some((row) => row.some((cell) => TEMPLATE.test(cell.trim()))),
  isNumbered: true,
  titleIn: ({ rows }) => {
    const [, label = '', beside = ''] = rows[1] ?? [];
    return beside.trim() || (TEMPLATE.test(label.trim()) ? undefined : label.trim() || undefined);
  },
};
