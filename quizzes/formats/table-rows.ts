// The rows of a table that ask something, as cells by what they are for.

import type { Role } from './column-names.ts';
import { type Header, isSameHeader, optionPlaces } from './header.ts';
import { tidy } from './option-cells.ts';
import { type QuestionType, typeOf } from './question-types.ts';
import { isBlank, type Sheet } from './sheet.ts';

export interface Row {
  /** Counted from 1, as spreadsheets count. */
  number: number;
  cells: string[];
  text: string;
  options: string[];
  /** Letters stood before them. */
  isMarked: boolean;
  right: string;
  seconds: number | undefined;
  explanation: string | undefined;
  picture: string;
  type: QuestionType | undefined;
  typeName: string;
  /** Columns say which answers are wrong. */
  hasWrong: boolean;
}

const secondsIn = (cell: string) => {
  const found = /\d+([.,]\d+)?/.exec(cell);
  return found ? Number(found[0].replace(',', '.')) : undefined;
};

const asMany = (cell: string): string[] =>
  cell.split(cell.includes('\n') ? '\n' : cell.includes('|') ? '|' : cell.includes(';') ? ';' : ',');

const MARK = /^\(?([A-H])[).:]\s+/;

/** `A. sky`, `B. floor`: letters of a list, which options have anyway. */
function withoutMarks(options: string[]): { options: string[]; isMarked: boolean } {
  const filled = options.filter((option) => option.trim());
  const isMarked = filled.length > 1 && filled.every((option, i) => MARK.exec(option.trim())?.[1] === 'ABCDEFGH'[i]);
  return { options: isMarked ? options.map((option) => option.trim().replace(MARK, '')) : options, isMarked };
}

/** The line below the names in a table of Markdown. */
const isRule = (cells: readonly string[]) => cells.every((cell) => /^\s*(:?-{2,}:?)?\s*$/.test(cell.slice(0, 200)));

function rowOf(cells: string[], number: number, { columns }: Header, places: readonly number[]): Row {
  const all = (role: Role) => columns.flatMap((column, i) => (column.role === role ? [cells[i] ?? ''] : []));
  const one = (role: Role) => all(role)[0] ?? '';
  const many = one('options');
  return {
    number,
    cells,
    text: one('text'),
    ...withoutMarks([...places.map((i) => cells[i] ?? ''), ...all('wrong'), ...(many.trim() ? asMany(many) : [])]),
    right: one('right'),
    seconds: secondsIn(one('seconds')),
    explanation: tidy(one('explanation')) || undefined,
    picture: tidy(one('picture')),
    type: typeOf(one('type')),
    typeName: tidy(one('type')),
    hasWrong: all('wrong').length > 0,
  };
}

const INSTRUCTION =
  /\((required|optional)|^(required|optional)\b|type (the|your) question|^text of the question|^(enter|write) (your|the) question/i;

/** Templates explain their columns in the row below. */
const isInstruction = (row: Row, isFirst: boolean) =>
  isFirst && INSTRUCTION.test(row.text) && row.seconds === undefined && !/^\s*\d/.test(row.right);

/** Rows that ask something; numbers, times and types alone do not. */
export function questionRows({ rows }: Sheet, header: Header): Row[] {
  const places = optionPlaces(header);
  return rows
    .map((cells, i) => ({ cells, i }))
    .filter(
      ({ cells, i }) => i > header.row && !isBlank(cells) && !isRule(cells) && !(header.row >= 0 && isSameHeader(cells, header)),
    )
    .map(({ cells, i }) => rowOf(cells, i + 1, header, places))
    .filter((row) => tidy(row.text) || !isBlank(row.options))
    .filter((row, i) => !isInstruction(row, i === 0));
}
