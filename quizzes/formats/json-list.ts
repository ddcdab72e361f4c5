// Questions as JSON of any shape that names its parts, as programs and assistants write it: read as a table.
import { plainName, roleOf } from './column-names.ts';
import { left } from './drafts.ts';
import type { Brought, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, numberOf, textOf } from './json-value.ts';
import { readQuestionTable, type TableFormat } from './question-table.ts';

const MOST_OPTIONS = 20;
/** Of different keys. */
const MOST_NAMES = 60;
const MARKS = ['correct', 'iscorrect', 'is_correct', 'right', 'isright', 'is_right', 'istrue'];

const roleOfKey = (key: string) => roleOf(key.replace(/([a-z])([A-Z])/g, '$1 $2'));

const isQuestion = (value: unknown): value is JsonRecord => {
  if (!isRecord(value)) return false;
  const roles = Object.keys(value).map(roleOfKey);
  return (
    roles.includes('text') &&
    roles.some((role) => role === 'options' || role === 'option' || role === 'right' || role === 'wrong')
  );
};

/** The first list of questions, at the top or in whatever holds it. */
function questionsIn(json: unknown, depth = 0): unknown[] | undefined {
  if (Array.isArray(json)) return json.some(isQuestion) ? json : undefined;
  if (!isRecord(json) || depth > 2) return undefined;
  for (const value of Object.values(json)) {
    const found = questionsIn(value, depth + 1);
    if (found) return found;
  }
  return undefined;
}

interface Options {
  texts: string[];
  /** Where the options themselves say so. */
  right: number[];
}

/** Texts, texts by letter, or objects with a text and whether it is right. */
function optionsFrom(value: unknown): Options {
  const all = (isRecord(value) ? Object.values(value) : listOf(value)).slice(0, MOST_OPTIONS);
  const texts = all.map((one) => {
    if (!isRecord(one)) return textOf(one) ?? '';
    const named = Object.entries(one).find(
      ([key, text]) => typeof text === 'string' && /text|answer|option|content|value|label/i.test(key),
    );
    return textOf(named?.[1]) ?? '';
  });
  const isRight = (one: unknown) =>
    isRecord(one) && Object.entries(one).some(([key, said]) => MARKS.includes(key.toLowerCase()) && said === true);
  return { texts, right: all.flatMap((one, i) => (isRight(one) ? [i + 1] : [])) };
}

function rightFrom(key: string, value: unknown, options: number): string {
  const said = Array.isArray(value) ? value : [value];
  const numbers = said.map(numberOf);
  // An index counts from 0, unless one is as large as the list.
  const isIndex = /index|idx/i.test(key) && numbers.every((number) => number !== undefined && number < options);
  if (isIndex) return numbers.map((number) => (number ?? 0) + 1).join(',');
  return said.map((one) => textOf(one) ?? '').join(numbers.includes(undefined) ? '|' : ',');
}

/** Names of columns for a row's cells. */
function cellsOf(question: JsonRecord): Map<string, string> {
  const cells = new Map<string, string>();
  const entries = Object.entries(question)
    .slice(0, 100)
    .map(([key, value]) => ({ key, value, role: roleOfKey(key) }));
  const many = entries.find(({ role, value }) => role === 'options' || (role === 'wrong' && Array.isArray(value)));
  const options = optionsFrom(many?.value);
  for (const [i, text] of options.texts.entries()) cells.set(`${many?.role === 'wrong' ? 'wrong' : 'option'} ${i + 1}`, text);
  if (options.right.length) cells.set('correct answer', options.right.join(','));
  for (const { key, value, role } of entries) {
    if (key === many?.key) continue;
    if (role === 'right') cells.set('correct answer', rightFrom(key, value, options.texts.length));
    else if (textOf(value) !== undefined) cells.set(role === 'text' ? 'question' : plainName(key), textOf(value) ?? '');
  }
  return cells;
}

const format: TableFormat = { name: 'JSON', isIn: () => true };

export const jsonList: Format = {
  name: format.name,
  recognises: ({ bytes }) => questionsIn(jsonIn(bytes)) !== undefined,
  read: ({ bytes }): Brought => {
    const json = jsonIn(bytes);
    const items = questionsIn(json) ?? [];
    const rows = items.map((one) => (isRecord(one) ? cellsOf(one) : new Map<string, string>()));
    const names = [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, MOST_NAMES);
    const sheet = {
      name: '',
      rows: [names, ...rows.map((row) => names.map((name) => row.get(name) ?? ''))],
      dated: new Set<number>(),
      pictures: [],
    };
    const brought = readQuestionTable([sheet], [], format);
    const title = isRecord(json) ? textOf(json.title ?? json.name) : undefined;
    // The first row has the names.
    const byRow = new Map(brought.entries.map((entry) => [entry.at, entry]));
    const entries = items.map((item, i) => {
      const entry = byRow.get(`row ${i + 2}`) ?? left('', inShort(item), 'it is no question');
      return { ...entry, at: `item ${i + 1}` };
    });
    return { ...brought, ...(title && { title }), found: items.length, entries };
  },
};
