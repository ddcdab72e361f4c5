// Wayground, which was Quizizz: a type for each question, right answers by number.
import { plainName } from './column-names.ts';
import type { TableFormat } from './question-table.ts';

export const wayground: TableFormat = {
  name: 'Wayground (Quizizz)',
  isIn: (_, { columns }) => {
    const names = columns.map(({ name }) => plainName(name));
    return (
      names.includes('question text') &&
      names.includes('option 1') &&
      (names.includes('question type') || names.includes('time in seconds'))
    );
  },
  isNumbered: true,
};
