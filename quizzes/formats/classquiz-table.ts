// ClassQuiz as a spreadsheet: title and description above, names of columns in row 13.
import type { TableFormat } from './question-table.ts';

export const classQuizTable: TableFormat = {
  name: 'ClassQuiz',
  isIn: ({ rows }, { columns }) => rows[4]?.[1]?.trim() === 'Title' && columns.some(({ name }) => name === '1st Answer'),
  isNumbered: true,
  titleIn: ({ rows }) => rows[4]?.[2]?.trim() || undefined,
};
