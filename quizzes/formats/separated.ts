// Tables as text: commas, semicolons, tabs or bars between cells, in any encoding.
import Papa from 'papaparse';
import { findHeader } from './header.ts';
import { isBlank, type Sheet, type Sheets } from './sheet.ts';
import { headOf, textOf } from './text-file.ts';

const SEPARATORS = [',', ';', '\t', '|'];
const MOST_MB = 10;
const MOST_ROWS = 20_000;
/** Excel's own first line. */
const SEPARATOR_LINE = /^"?sep=(.)"?\r?\n/;

/** What keeps a spreadsheet from running a cell. */
const HARMLESS = /^'(?=[=+\-@\t\r])/;

const parsed = (text: string, delimiter: string, preview: number) =>
  Papa.parse<string[]>(text, { delimiter, preview, skipEmptyLines: false }).data.map((row) =>
    row.map((cell) => cell.replace(HARMLESS, '')),
  );

/** Column names tell most; else as many rows as possible of one width. */
function fitness(text: string, separator: string): number {
  const rows = parsed(text, separator, 40).filter((row) => !isBlank(row));
  const header = findHeader(rows);
  const widths = rows.map((row) => row.length).filter((width) => width > 1);
  const commonest = Math.max(0, ...[...new Set(widths)].map((width) => widths.filter((one) => one === width).length));
  return (header ? 1000 * header.columns.filter(({ role }) => role).length : 0) + commonest / (rows.length || 1);
}

function rowsIn(text: string): string[][] {
  const said = SEPARATOR_LINE.exec(text);
  const table = said ? text.slice(said[0].length) : text;
  // A few lines tell: cells may be long.
  const sample = table.slice(0, 200_000);
  const [best] = (said?.[1] ? [said[1]] : SEPARATORS)
    .map((separator) => ({ separator, fitness: fitness(sample, separator) }))
    .sort((a, b) => b.fitness - a.fitness);
  return best?.fitness ? parsed(table, best.separator, MOST_ROWS) : [];
}

const sheetOf = (rows: string[][]) => ({ name: '', rows, dated: new Set<number>(), pictures: [] });

/** The beginning of a file, to see whether it is a table; empty where it is no text. */
/** Anki says itself that these are cards. */
const CARDS = /^#(?:separator|html|notetype|deck|guid|tags|columns)\b.*:/i;

export function headAsSheet(bytes: Uint8Array): Sheet {
  const head = headOf(bytes) ?? '';
  return sheetOf(CARDS.test(head) ? [] : rowsIn(head));
}

export function readSeparated(bytes: Uint8Array): Sheets {
  if (bytes.length > MOST_MB * 1e6) return { refused: `This text is too large: ${MOST_MB} MB can be read.` };
  const { text, remarks } = textOf(bytes);
  const rows = rowsIn(text);
  const cut = rows.length >= MOST_ROWS ? [`The first ${MOST_ROWS} rows were read.`] : [];
  return { sheets: [sheetOf(rows)], remarks: [...remarks, ...cut] };
}
