// Which row has the names of the columns, and what each column is for.
import { type Column, namesQuestion, plainName, type Role, roleOf } from './column-names.ts';
import { withFlags } from './option-flags.ts';

export interface Header {
  /** Counted from 0. */
  row: number;
  columns: Column[];
  remarks: string[];
}

/** Titles, instructions and empty rows stand above it. */
const FIRST_ROWS = 25;
const MOST_COLUMNS = 60;

const has = (columns: readonly Column[], ...roles: Role[]) => columns.some(({ role }) => role && roles.includes(role));

/** A question, and something to answer. */
const isHeader = (columns: readonly Column[]) =>
  has(columns, 'option', 'options', 'wrong', 'right') &&
  (has(columns, 'text') || columns.filter(({ role }) => role === 'option').length > 1);

/** `A` or `1` names an option only beside a question's column. */
function columnsOf(row: readonly string[]): Column[] {
  const columns = row.slice(0, MOST_COLUMNS).map((name) => ({ role: roleOf(name), name: name.trim() }));
  if (has(columns, 'text')) return columns;
  const asking = has(columns, 'right', 'options') ? columns.findIndex(({ role, name }) => !role && namesQuestion(name)) : -1;
  if (asking >= 0) return columns.map((column, i) => (i === asking ? { ...column, role: 'text' } : column));
  return columns.map((column) => (plainName(column.name).length > 1 ? column : { ...column, role: undefined }));
}

const letterOf = (index: number) => String.fromCharCode(65 + (index % 26));

/** Find-and-replace may have overwritten names: what stands among the options is one of them. */
function mended(columns: Column[], row: number): Header {
  const remarks: string[] = [];
  const take = (index: number, role: Role, as: string) => {
    const column = columns[index];
    if (!column) return;
    remarks.push(`Column ${letterOf(index)} is called “${column.name}”: taken as ${as}, by its place.`);
    columns[index] = { ...column, role };
  };
  const options = columns.flatMap(({ role }, i) => (role === 'option' ? [i] : []));
  const [first = 0] = options;
  const last = options.at(-1) ?? 0;
  // A question number before, time or the right answer behind: a template, of which four are options.
  const next = columns.findIndex(({ role }, i) => i > last && (role === 'seconds' || role === 'right'));
  const isTemplate = has(columns, 'number', 'seconds') && next > 0;
  const end = isTemplate ? next : last;
  for (let i = first; options.length && i < end; i++) if (columns[i]?.name && !columns[i]?.role) take(i, 'option', 'an answer');
  const before = columns[first - 1];
  if (!has(columns, 'text') && before && !before.role) take(first - 1, 'text', 'the question');
  return { row, columns, remarks };
}

const MANY: ReadonlySet<Role> = new Set(['option', 'wrong', 'flag', 'other']);
/** `Correct answer 2` goes on where `Correct answer 1` stopped. */
const sameName = (name: string) => plainName(name).replace(/ ?\d$/, '');

/** Of two columns that say the same thing the first, but what is right may take several; an answer column beside single options is what is right. */
function settled(columns: readonly Column[]): Column[] {
  const isSplit = has(columns, 'option', 'wrong');
  const seen = new Set<Role>();
  const rights = new Set<string>();
  return columns.map((column): Column => {
    const role = column.role === 'options' && isSplit ? (has(columns, 'right') ? 'other' : 'right') : column.role;
    if (!role || MANY.has(role)) return { ...column, role };
    const isMore = role === 'right' && rights.has(sameName(column.name));
    if (seen.has(role) && !isMore) return { ...column, role: 'other' };
    if (role === 'right') rights.add(sameName(column.name));
    seen.add(role);
    return { ...column, role };
  });
}

/** By names that are known; undefined where no row has them. */
export function findHeader(rows: readonly string[][]): Header | undefined {
  const candidates = rows
    .slice(0, FIRST_ROWS)
    .map((row, i) => ({ i, columns: columnsOf(row) }))
    .filter(({ columns }) => isHeader(columns))
    .map(({ i, columns }) => ({ i, columns, known: columns.filter(({ role }) => role).length }));
  const most = Math.max(...candidates.map(({ known }) => known));
  const best = candidates.find(({ known }) => known === most);
  return best && mended(settled(withFlags(best.columns) ?? best.columns), best.i);
}

/** `Answer 2` is 2, `Option B` too. */
function signOf(name: string): number | undefined {
  const [, ordinal] = /^(\d)(?:st|nd|rd|th) /.exec(plainName(name)) ?? [];
  if (ordinal) return Number(ordinal);
  const [, number, letter] =
    /(?:^|[^a-z\d]|option|answer|choice)(?:(\d)|([a-h]))$/.exec(plainName(name).replace(/(\d)$/, ' $1')) ?? [];
  return number ? Number(number) : letter ? letter.charCodeAt(0) - 96 : undefined;
}

/** Where the options stand, by their own numbers: a file may have the second before the first. */
export function optionPlaces({ columns }: Header): number[] {
  const places = columns.flatMap(({ role, name }, i) => (role === 'option' ? [{ i, sign: signOf(name) }] : []));
  const isCounted = new Set(places.map(({ sign }) => sign)).size === places.length && places.every(({ sign }) => sign);
  return (isCounted ? places.sort((a, b) => (a.sign ?? 0) - (b.sign ?? 0)) : places).map(({ i }) => i);
}

/** Files that were joined repeat it. */
export const isSameHeader = (row: readonly string[], { columns }: Header): boolean =>
  columns.filter(({ role }) => role).length > 1 &&
  columns.every(({ name }, i) => (row[i] ?? '').length < 500 && plainName(name) === plainName(row[i] ?? ''));
