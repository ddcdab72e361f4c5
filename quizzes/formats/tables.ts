// Files that are tables, and the programs that are known to make them.
import { anyTable } from './any-table.ts';
import { blooket } from './blooket.ts';
import type { Brought, Format } from './format.ts';
import { gimkit } from './gimkit.ts';
import { kahootQuiz } from './kahoot-quiz.ts';
import { readReport } from './kahoot-report.ts';
import { questionSheets, readQuestionTable, type TableFormat } from './question-table.ts';
import { headAsSheet, readSeparated } from './separated.ts';
import type { Sheets } from './sheet.ts';
import { wayground } from './wayground.ts';
import { isOldExcel, isWorkbook, readWorkbook } from './workbook.ts';

/** Most specific first. */
const OWN_TABLES: TableFormat[] = [kahootQuiz, blooket, gimkit, wayground];

const OLD = 'This is a spreadsheet of an old Excel (.xls): save it as .xlsx or .csv.';

function broughtFrom(read: Sheets): Brought {
  if ('refused' in read) return { format: anyTable.name, entries: [], remarks: [read.refused], media: new Map() };
  const brought = readReport(read.sheets) ?? readQuestionTable(read.sheets, OWN_TABLES, anyTable);
  return { ...brought, remarks: [...read.remarks, ...brought.remarks] };
}

export const workbook: Format<Promise<Brought>> = {
  name: 'Spreadsheet',
  recognises: ({ bytes }) => isWorkbook(bytes) || isOldExcel(bytes),
  read: async ({ bytes }) => broughtFrom(isOldExcel(bytes) ? { refused: OLD } : await readWorkbook(bytes)),
};

export const separated: Format = {
  name: 'Separated values',
  recognises: ({ bytes }) => questionSheets([headAsSheet(bytes)]).length > 0,
  read: ({ bytes }) => broughtFrom(readSeparated(bytes)),
};
