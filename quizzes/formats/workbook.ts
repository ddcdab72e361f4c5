// Spreadsheets of Excel, Google and LibreOffice (.xlsx), within bounds.
import { strFromU8, zipSync } from 'fflate';
import { type Cell, type CellValue, readXlsx } from 'hucre/xlsx';
import type { Sheet, Sheets } from './sheet.ts';
import { isZip, namesInZip, unzip } from './unzip.ts';

/** Inflated: ten times what a thousand questions take, and a large report. */
const LIMITS = { total: 30e6, each: 20e6 };
/** Of one sheet. */
const MOST_ROWS = 20_000;
/** Two cells far apart would span millions. */
const RANGE = `A1:BH${MOST_ROWS}`;
const MOST_SHEETS = 300;

const WANTED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[\w.-]+\.(xml|rels)|xl\/(worksheets|drawings)\/(_rels\/)?[\w.-]+\.(xml|rels)|xl\/media\/[\w.-]+)$/;

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
export const isOldExcel = (bytes: Uint8Array) => OLD_EXCEL.every((byte, i) => bytes[i] === byte);

export const isWorkbook = (bytes: Uint8Array) => isZip(bytes) && namesInZip(bytes).includes('xl/workbook.xml');

const asText = (value: CellValue): string => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().replace(/T00:00:00.*$/, '');
  // As Excel shows 0.1 + 0.2.
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value ?? '';
};

/** 0.5 in a cell of percent is 50%. */
function percentOf({ value, style }: Partial<Cell> = {}): string | undefined {
  const [, decimals = ''] = /^0(?:\.(0+))?%$/.exec(style?.numFmt ?? '') ?? [];
  return style?.numFmt?.endsWith('%') && typeof value === 'number' ? `${(value * 100).toFixed(decimals.length)}%` : undefined;
}

/** Styles of cells take memory: they are asked for only where some are percent. */
const hasPercent = (styles: Uint8Array | undefined) => /numFmtId="(?:9|10)"|%/.test(styles ? strFromU8(styles) : '');

/** @returns every sheet, cells as the text that they show */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheets> {
  const files = unzip(bytes, (name) => WANTED.test(name), LIMITS);
  if ('refused' in files) return { refused: `${files.refused} Save the sheet as CSV, then it can be read.` };
  try {
    const within = zipSync(Object.fromEntries(files), { level: 0 });
    const readStyles = hasPercent(files.get('xl/styles.xml'));
    const book = await readXlsx(within, { range: RANGE, readStyles, sheets: (_, i) => i < MOST_SHEETS });
    const sheets = book.sheets.map(
      ({ name, rows, cells, images = [] }): Sheet => ({
        name,
        rows: rows.map((row, r) =>
          row.map((value, c) => percentOf(readStyles ? cells?.get(`${r},${c}`) : undefined) ?? asText(value)),
        ),
        dated: new Set(rows.flatMap((row, i) => (row.some((cell) => cell instanceof Date) ? [i] : []))),
        pictures: images.map(({ data, anchor, altText }) => ({
          row: anchor.from.row,
          bytes: data,
          alt: altText ?? '',
        })),
      }),
    );
    const cut = sheets.filter(({ rows }) => rows.length >= MOST_ROWS);
    return { sheets, remarks: cut.map(({ name }) => `Of the sheet ${name} the first ${MOST_ROWS} rows were read.`) };
  } catch {
    return { refused: 'This spreadsheet is damaged, or locked with a password.' };
  }
}
