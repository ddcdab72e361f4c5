// Files that are tables, and the programs that are known to make them.
import { anyTable } from './any-table.ts';
import { blooket } from './blooket.ts';
import { classQuizTable } from './classquiz-table.ts';
import type { Brought, Format } from './format.ts';
import { gimkit } from './gimkit.ts';
import { kahootQuiz } from './kahoot-quiz.ts';
import { readReport } from './kahoot-report.ts';
import { plainText } from './plain-text.ts';
import { questionSheets, readQuestionTable, type TableFormat } from './question-table.ts';
import { headAsSheet, readSeparated } from './separated.ts';
import type { Sheet, Sheets } from './sheet.ts';
import { wayground } from './wayground.ts';
import { isOldExcel, isWorkbook, readWorkbook } from './workbook.ts';

/** Most specific first. */
const OWN_TABLES: TableFormat[] = [kahootQuiz, blooket, gimkit, wayground, classQuizTable];

const OLD = 'This is a spreadsheet of an old Excel (.xls): save it as .xlsx or .csv.';

/** Questions that somebody wrote down a column, one line in each row. */
function readLines(sheets: readonly Sheet[]): Brought | undefined {
  for (const { name, rows } of sheets) {
    const text = rows.map((row) => row.filter((cell) => cell.trim()).join(' ')).join('\n');
    const file = { name, bytes: new TextEncoder().encode(text) };
    if (plainText.recognises(file)) return plainText.read(file);
  }
  return undefined;
}

function broughtFrom(read: Sheets): Brought {
  if ('refused' in read) return { format: anyTable.name, entries: [], remarks: [read.refused], media: new Map() };
  const table = readReport(read.sheets) ?? readQuestionTable(read.sheets, OWN_TABLES, anyTable);
  const brought = table.entries.length || table.remarks.length ? table : (readLines(read.sheets) ?? table);
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
