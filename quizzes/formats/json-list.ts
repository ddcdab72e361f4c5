// Questions as JSON of any shape that names its parts, as programs and assistants write it: read as a table.
import { plainName, roleOf } from './column-names.ts';
import { left } from './drafts.ts';
import type { Brought, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, numberOf, textOf } from './json-value.ts';
import { type ListedOptions, optionsFrom } from './listed-options.ts';
import { readQuestionTable, type TableFormat } from './question-table.ts';

/** Of different keys. */
const MOST_NAMES = 60;
/** What a question may be called where nothing is called a question. */
const TEXTS = ['text', 'title', 'body', 'content', 'label'];
const MOST_DEPTH = 5;

const inWords = (key: string) => key.replace(/([a-z])([A-Z])/g, '$1 $2');
const roleOfKey = (key: string) => roleOf(inWords(key));

/** `{ "question": { "text": … } }` */
const plainValue = (value: unknown) => (isRecord(value) && typeof value.text === 'string' ? value.text : value);

/** The key of what is asked. */
function textKeyOf(question: JsonRecord): string | undefined {
  const isText = (key: string) => typeof plainValue(question[key]) === 'string';
  const keys = Object.keys(question).slice(0, MOST_NAMES);
  return keys.find((key) => roleOfKey(key) === 'text' && isText(key)) ?? TEXTS.find((key) => key in question && isText(key));
}

const ANSWERING: (string | undefined)[] = ['options', 'option', 'right', 'wrong'];

const isQuestion = (value: unknown): value is JsonRecord =>
  isRecord(value) &&
  textKeyOf(value) !== undefined &&
  Object.keys(value)
    .slice(0, MOST_NAMES)
    .some((key) => ANSWERING.includes(roleOfKey(key)));

/** Every list of questions, at the top or in whatever holds it; they may have names in place of a list. */
function questionsIn(json: unknown, depth = 0): unknown[] {
  if (depth > MOST_DEPTH || typeof json !== 'object' || json === null) return [];
  const inside = Object.values(json);
  if (Array.isArray(json) ? json.some(isQuestion) : inside.every(isQuestion)) return inside;
  return isQuestion(json) ? [] : inside.flatMap((one) => questionsIn(one, depth + 1));
}

/** @param fromZero numbers are places in the list of options */
function rightFrom(value: unknown, fromZero: boolean): string {
  const said = Array.isArray(value) ? value : [value];
  const numbers = said.map(numberOf);
  if (fromZero && said.every((one) => typeof one === 'number')) return said.map((one) => Number(one) + 1).join(',');
  return said.map((one) => textOf(one) ?? '').join(numbers.includes(undefined) ? '|' : ',');
}

function partsOf(question: JsonRecord) {
  const asked = textKeyOf(question);
  const entries = Object.entries(question)
    .slice(0, 100)
    .map(([key, value]) => ({ key, value: plainValue(value), role: key === asked ? 'text' : roleOfKey(key) }));
  const isList = ({ role, value }: (typeof entries)[number]) =>
    role === 'options' || ((role === 'wrong' || role === 'option') && Array.isArray(value));
  return { entries, many: entries.find(isList) };
}

/** As programs count: one is 0, or their name says so; but none is as large as its list, nor what an option says. */
function countsFromZero(questions: readonly JsonRecord[]): boolean {
  const counted = questions.flatMap((question) => {
    const { entries, many } = partsOf(question);
    const { texts } = optionsFrom(many?.value);
    return entries.flatMap(({ key, role, value }) =>
      role === 'right' ? [value].flat().flatMap((number) => (typeof number === 'number' ? [{ key, number, texts }] : [])) : [],
    );
  });
  return (
    counted.some(({ key, number }) => number === 0 || /index|idx/i.test(key)) &&
    counted.every(({ number, texts }) => Number.isInteger(number) && number >= 0 && number < texts.length) &&
    !counted.every(({ number, texts }) => texts.includes(String(number)))
  );
}

/** `"b"`, or a list of such, where options have names of their own. */
function namedIn({ texts, ids }: ListedOptions, value: unknown): string | undefined {
  const at = [value].flat().map((one) => (typeof one === 'string' && !texts.includes(one) ? ids.indexOf(one) : -1));
  return at.length && at.every((index) => index >= 0) ? at.map((index) => texts[index]).join('|') : undefined;
}

/** Names of columns for a row's cells. */
function cellsOf(question: JsonRecord, fromZero: boolean): Map<string, string> {
  const cells = new Map<string, string>();
  const { entries, many } = partsOf(question);
  const options = optionsFrom(many?.value);
  for (const [i, text] of options.texts.entries()) cells.set(`${many?.role === 'wrong' ? 'wrong' : 'option'} ${i + 1}`, text);
  if (options.right.length) cells.set('correct answer', options.right.join(','));
  for (const { key, value, role } of entries) {
    if (key === many?.key || (options.right.length && (role === 'right' || role === 'wrong'))) continue;
    const named = role === 'right' && many ? namedIn(options, value) : undefined;
    if (named) cells.set('correct answer', named);
    else if (role === 'right') cells.set('correct answer', rightFrom(value, fromZero));
    else if (textOf(value) !== undefined) cells.set(role === 'text' ? 'question' : plainName(inWords(key)), textOf(value) ?? '');
  }
  return cells;
}

const format: TableFormat = { name: 'JSON', isIn: () => true };

export const jsonList: Format = {
  name: format.name,
  recognises: ({ bytes }) => questionsIn(jsonIn(bytes)).length > 0,
  read: ({ bytes }): Brought => {
    const json = jsonIn(bytes);
    const items = questionsIn(json);
    const fromZero = countsFromZero(items.filter(isRecord));
    const rows = items.map((one) => (isRecord(one) ? cellsOf(one, fromZero) : new Map<string, string>()));
    const all = [...new Set(rows.flatMap((row) => [...row.keys()]))].slice(0, MOST_NAMES);
    const isOption = (name: string) => /^(?:option|wrong) \d/.test(name);
    // Side by side: what stands among options would be taken for one.
    const names = [...all.filter((name) => !isOption(name)), ...all.filter(isOption)];
    const sheet = {
      name: '',
      rows: [names, ...rows.map((row) => names.map((name) => row.get(name) ?? ''))],
      dated: new Set<number>(),
      pictures: [],
    };
    const brought = readQuestionTable([sheet], [], format);
    const title = isRecord(json)
      ? textOf(json.title ?? json.name ?? json.quizTitle ?? json.quiz_title ?? json.subject)
      : undefined;
    // The first row has the names.
    const byRow = new Map(brought.entries.map((entry) => [entry.at, entry]));
    const entries = items.map((item, i) => {
      const entry = byRow.get(`row ${i + 2}`) ?? left('', inShort(item), 'it is no question');
      return { ...entry, at: `item ${i + 1}` };
    });
    const remarks = fromZero ? ['Right answers were counted from 0, as programs do.', ...brought.remarks] : brought.remarks;
    return { ...brought, ...(title && { title }), found: items.length, entries, remarks };
  },
};
