// The rows of a table that ask something, as cells by what they are for.

import { asMany, listIn } from './cell-list.ts';
import { type Column, isFlagName, type Role } from './column-names.ts';
import { type Header, isSameHeader, optionPlaces } from './header.ts';
import { shownHtml } from './markup/shown-text.ts';
import { tidy } from './option-cells.ts';
import { isYes } from './option-flags.ts';
import { marked } from './plain/marks.ts';
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
  marked: number[] | undefined;
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

const MARK = /^\(?([A-Ha-h])[).:]\s+/;

/** `A. sky`, `B. floor`: letters of a list, which options have anyway. */
function withoutMarks(options: string[]): { options: string[]; isMarked: boolean } {
  const filled = options.filter((option) => option.trim());
  const isMarked =
    filled.length > 1 && filled.every((option, i) => MARK.exec(option.trim())?.[1]?.toUpperCase() === 'ABCDEFGH'[i]);
  return { options: isMarked ? options.map((option) => option.trim().replace(MARK, '')) : options, isMarked };
}

/** The line below the names in a table of Markdown. */
const isRule = (cells: readonly string[]) => cells.every((cell) => /^\s*(:?-{2,}:?)?\s*$/.test(cell.slice(0, 200)));

/** `*cork` beside `iron`, where no column says what is right. */
function starred(options: readonly string[]): { options: string[]; marked: number[] } | undefined {
  const found = options.map((option) => marked(option.slice(0, 500)));
  const right = found.flatMap(({ mark }, i) => (mark === 'right' ? [i + 1] : []));
  const filled = options.filter((option) => option.trim()).length;
  return right.length && right.length < filled ? { options: found.map(({ text }) => text), marked: right } : undefined;
}

function flagged(cells: readonly string[], { columns }: Header, places: readonly number[]): number[] | undefined {
  if (!columns.some(({ role }) => role === 'flag')) return undefined;
  const flagOf = (place: number) => columns.findIndex(({ role }, i) => i > place && role === 'flag');
  return places.flatMap((place, i) => (isYes(cells[flagOf(place)] ?? '') ? [i + 1] : []));
}

const WRAPPED = /^<(p|div|span|h[1-6])\b[^>]*>[\s\S]*<\/\1>$/;

/** As it shows, where the question itself is a paragraph of HTML. */
function shown(cells: readonly string[], text: number): string[] {
  const isHtml = WRAPPED.test(cells[text]?.trim().slice(0, 5000) ?? '');
  return cells.map((cell) => (isHtml && /[<&]/.test(cell) ? shownHtml(cell).text : cell));
}

/** Blooket says so in a column without a name. */
const isTyping = (cell: string, column: Column | undefined) => !column?.name && /^typing$/i.test(cell.trim());

export function rowOf(given: string[], number: number, header: Header, places: readonly number[]): Row {
  const { columns } = header;
  const cells = shown(
    given,
    columns.findIndex(({ role }) => role === 'text'),
  );
  const all = (role: Role) => columns.flatMap((column, i) => (column.role === role ? [cells[i] ?? ''] : []));
  const one = (role: Role) => all(role)[0] ?? '';
  const many = one('options');
  const type = cells.some((cell, i) => isTyping(cell, columns[i])) ? 'to type' : typeOf(one('type'));
  const flag = columns.findIndex(({ name, role }) => !role && isFlagName(name));
  const said = all('right').filter((cell) => cell.trim());
  const rights = said.length || type !== 'true or false' ? said : [cells[flag] ?? ''];
  const right = rights.map((cell) => listIn(cell)?.texts.join('\n') ?? cell).join('\n');
  const options = [...places.map((i) => cells[i] ?? ''), ...all('wrong'), ...(many.trim() ? asMany(many) : [])];
  const isSaid = columns.some(({ role }) => role === 'right' || role === 'wrong');
  const listed = listIn(many);
  const stars = isSaid ? undefined : starred(options);
  return {
    number,
    cells,
    text: one('text'),
    ...withoutMarks(stars?.options ?? options),
    right,
    marked: flagged(cells, header, places) ?? stars?.marked ?? (listed?.right.length ? listed.right : undefined),
    seconds: secondsIn(one('seconds')),
    explanation: tidy(one('explanation')) || undefined,
    picture: tidy(one('picture')),
    type,
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
