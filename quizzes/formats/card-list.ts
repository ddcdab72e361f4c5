// Cards of Anki and Quizlet as text: a front and a back in each row.
import Papa from 'papaparse';
import { plainName } from './column-names.ts';

export interface Card {
  /** Counted from 1. */
  number: number;
  front: string;
  back: string;
}

export interface Cards {
  cards: Card[];
  isHtml: boolean;
}

/** Anki's own, or as the character itself. */
const NAMES: Record<string, string> = { comma: ',', semicolon: ';', tab: '\t', space: ' ', pipe: '|', colon: ':' };
const SEPARATOR = new RegExp(`^#separator:(${Object.keys(NAMES).join('|')}|[^\\w\\s])[ \\t]*\\r?\\n?`, 'i');
const MOST_SETTINGS = 20;
/** Anki's own columns. */
const BESIDE = /^#(?:guid|notetype|deck|tags) column:(\d{1,2})/i;
const SETTING = /^#[a-z ]+:[^\n]*\r?\n/i;

const FRONTS = ['front', 'term', 'word', 'vorderseite', 'begriff', 'recto', 'termino', 'anverso', 'term 1', 'expression'];
const BACKS = ['back', 'definition', 'meaning', 'ruckseite', 'verso', 'definicion', 'reverso', 'translation', 'term 2'];

const rowsBy = (text: string, delimiter: string) => Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data;

interface Settings {
  body: string;
  separator: string | undefined;
  isHtml: boolean;
  /** Columns that are no side of a card. */
  beside: ReadonlySet<number>;
}

/** By what Anki says above, which may be glued to the first card. */
function settings(text: string): Settings {
  let body = text;
  let separator: string | undefined;
  let isHtml = false;
  const beside = new Set<number>();
  for (let line = 0; line < MOST_SETTINGS; line++) {
    const named = SEPARATOR.exec(body);
    const setting = named ?? SETTING.exec(body);
    if (!setting) break;
    if (named?.[1]) separator = NAMES[named[1].toLowerCase()] ?? named[1];
    if (/^#html:true/i.test(setting[0])) isHtml = true;
    const column = BESIDE.exec(setting[0])?.[1];
    if (column) beside.add(Number(column) - 1);
    body = body.slice(setting[0].length);
  }
  return { body, separator, isHtml, beside };
}

const filled = (rows: readonly string[][]) => rows.filter((row) => row.some((cell) => cell.trim()));

/** Nearly all rows have a front and a back, and perhaps tags. */
function isPaired(rows: readonly string[][], separator: string): boolean {
  const some = filled(rows);
  // Prose has commas, too.
  const isProse =
    separator === ',' && some.some((row) => row.some((cell, i) => cell.length > 40 || (i > 0 && cell.startsWith(' '))));
  if (isProse) return false;
  const paired = some.filter((row) => row.length >= 2 && row.length <= 4 && row[0]?.trim() && row[1]?.trim());
  return some.length >= 4 && paired.length >= some.length * 0.9;
}

const SEPARATORS = ['\t', '|', ';', ',', ' - ', ' – ', ' — ', ' = ', ': '];

/** @returns undefined: no cards */
export function cardsIn(text: string): Cards | undefined {
  const { body, separator, isHtml, beside } = settings(text);
  const isHead = (row: readonly string[]) => FRONTS.includes(plainName(row[0] ?? '')) && BACKS.includes(plainName(row[1] ?? ''));
  const known = separator ? [separator] : SEPARATORS;
  const found = known
    .map((one) => ({ one, rows: rowsBy(body, one) }))
    .find(({ one, rows }) => separator !== undefined || isHead(rows[0] ?? []) || isPaired(rows, one))?.rows;
  if (!found) return undefined;
  const rows = filled(isHead(found[0] ?? []) ? found.slice(1) : found).map((row) => row.filter((_, i) => !beside.has(i)));
  return { cards: rows.map(([front = '', back = ''], i) => ({ number: i + 1, front, back })), isHtml };
}
