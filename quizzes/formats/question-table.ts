// A table with a question in each row, whoever made it.

import { isFlagName } from './column-names.ts';
import type { Brought } from './format.ts';
import { guessColumns } from './guess-columns.ts';
import { findHeader, type Header } from './header.ts';
import { tidy } from './option-cells.ts';
import { optionRows } from './option-rows.ts';
import { questionPicture } from './pictures.ts';
import { entriesOf } from './row-entries.ts';
import { sameRightEverywhere } from './same-right.ts';
import type { Sheet } from './sheet.ts';
import { picturesByRow } from './sheet-pictures.ts';
import { questionRows, type Row } from './table-rows.ts';

/** A program's own table, known by its words. */
export interface TableFormat {
  name: string;
  isIn(sheet: Sheet, header: Header): boolean;
  /** Right answers are numbers, whatever the answers say. */
  isNumbered?: true;
  /** The right answer has a column apart from the others. */
  isApart?: true;
  titleIn?(sheet: Sheet): string | undefined;
}

interface Found {
  sheet: Sheet;
  header: Header;
  rows: Row[];
}

/** Sheets with questions in them. */
export function questionSheets(sheets: readonly Sheet[]): Found[] {
  const found = sheets.flatMap((sheet): Found[] => {
    const header = findHeader(sheet.rows);
    return header ? [{ sheet, header, rows: optionRows(sheet, header) ?? questionRows(sheet, header) }] : [];
  });
  const filled = found.filter(({ rows }) => rows.length);
  if (filled.length) return filled;
  return sheets.flatMap((sheet): Found[] => {
    const header = guessColumns(sheet.rows);
    return header ? [{ sheet, header, rows: questionRows(sheet, header) }] : [];
  });
}

/** Columns that nothing was taken from, though something stands in them. */
function unused({ columns }: Header, rows: readonly Row[]): string[] {
  const isMarked = rows.some(({ marked }) => marked);
  const names = columns.flatMap(({ role, name }, i) =>
    name && (!role || role === 'other') && !(isFlagName(name) && isMarked) && rows.some(({ cells }) => cells[i]?.trim())
      ? [tidy(name).replace(/\s+/g, ' ')]
      : [],
  );
  return names.length ? [`Not taken: ${names.map((name) => `“${name.slice(0, 60)}”`).join(', ')}.`] : [];
}

/** @param formats asked in turn; the last takes any table */
export function readQuestionTable(sheets: readonly Sheet[], formats: readonly TableFormat[], plain: TableFormat): Brought {
  const found = questionSheets(sheets);
  const [first] = found;
  const format = (first && formats.find((one) => one.isIn(first.sheet, first.header))) ?? plain;
  const title = first && format.titleIn?.(first.sheet);
  const media = new Map<string, Uint8Array>();
  const read = found.map(({ sheet, header, rows }) => {
    const pictures = picturesByRow(sheet, header, media);
    const { entries, remarks } = entriesOf(rows, {
      at: ({ number }) => (found.length > 1 ? `${sheet.name}, row ${number}` : `row ${number}`),
      picture: ({ number }) => pictures.get(number)?.picture,
      changes: ({ number, picture, isMarked }) => [
        ...(isMarked ? ['the letters before the answers were left out'] : []),
        ...(pictures.get(number)?.changes ?? []),
        ...(picture ? questionPicture([{ src: picture, alt: '' }], media).changes : []),
        ...(sheet.dated.has(number - 1) ? ['the spreadsheet made a date of a cell'] : []),
      ],
      isNumbered: format.isNumbered ?? false,
      isApart: format.isApart ?? false,
    });
    return { entries, remarks: [...header.remarks, ...remarks, ...unused(header, rows)] };
  });
  const entries = read.flatMap((one) => one.entries);
  const remarks = [...read.flatMap((one) => one.remarks), ...sameRightEverywhere(entries)];
  return {
    format: format.name,
    ...(title && { title }),
    found: found.reduce((sum, { rows }) => sum + rows.length, 0),
    entries,
    remarks: [...new Set(remarks)],
    media,
  };
}
