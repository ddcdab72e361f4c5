// What Kahoot reports of a game: a row for each player and question, from which each question is taken once.
import { decodeHTMLStrict } from 'entities';
import { plainName } from './column-names.ts';
import { left, pollDraft, read, typedDraft } from './drafts.ts';
import type { Brought, Entry } from './format.ts';
import { isBeyond, keptOptions, optionsEntry, secondsFrom, tidy, tooLong } from './option-cells.ts';
import { questionsOnSheets, type ReportQuestion } from './report-sheets.ts';
import { byTexts } from './right-answers.ts';
import type { Sheet } from './sheet.ts';

const RAW = /^rawreportdata/i;
const NAME = 'Kahoot report';
const ONLY_SCORES = 'This Kahoot report has only scores: the questions are in a full report, with a sheet for each.';

const decoded = (cell: string) => tidy(decodeHTMLStrict(cell));

/** Columns by name; `Answer 1` to `Answer 6` in order. */
function fromRaw({ rows }: Sheet): ReportQuestion[] {
  const [head = [], ...data] = rows;
  const names = head.map((name) => name.trim().toLowerCase());
  const at = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const places = {
    label: at(/^question number/),
    text: at(/^question$/),
    right: at(/^correct answers?$/),
    seconds: at(/^time allotted/),
  };
  const options = names.flatMap((name, i) => (/^answer \d$/.test(name) ? [i] : []));
  if (places.text < 0) return [];
  const seen = new Set<string>();
  return data.flatMap((row) => {
    const cell = (place: number) => decoded(row[place] ?? '');
    const key = `${cell(places.label)}\n${cell(places.text)}`;
    if (!cell(places.text) || seen.has(key)) return [];
    seen.add(key);
    const texts = options.map(cell);
    const seconds = Number(/\d+/.exec(cell(places.seconds))?.[0] ?? Number.NaN);
    const right = byTexts({ options: texts, right: cell(places.right) }) ?? [];
    return [{ label: cell(places.label), text: cell(places.text), options: texts, right, seconds }];
  });
}

function entryOf({ label, text, options, right, seconds }: ReportQuestion, number: number): Entry {
  const at = `question ${number}`;
  const type = plainName(label.replace(/^\d+\s*/, ''));
  const whole = [text, ...options].filter(Boolean).join(' | ');
  if (isBeyond([text, ...options])) return tooLong(at, whole);
  if (/open|cloud|puzzle|jumble|slide|drop pin|brainstorm|nps|scale|pin/.test(type))
    return left(at, whole, `“${label}” is a kind of question that we do not have`);
  const time = secondsFrom(seconds);
  const texts = keptOptions(options, []).options.map((option) => option.text);
  if (/poll|survey/.test(type)) return read(at, pollDraft(text, texts, { seconds: time.seconds }), time.changes);
  if (/type/.test(type)) return read(at, typedDraft(text, texts, { seconds: time.seconds }), time.changes);
  return optionsEntry(at, text, options, right, { seconds });
}

/** @returns undefined: no report */
export function readReport(sheets: readonly Sheet[]): Brought | undefined {
  const raw = sheets.find(({ name }) => RAW.test(name));
  const isReport =
    raw || (sheets.some(({ name }) => /^overview$/i.test(name)) && sheets.some(({ name }) => /^final scores$/i.test(name)));
  if (!isReport) return undefined;
  const rows = raw ? fromRaw(raw) : [];
  const questions = rows.length ? rows : questionsOnSheets(sheets);
  const title = decoded(sheets.find(({ name }) => /^overview$/i.test(name))?.rows[0]?.[0] ?? '');
  return {
    format: NAME,
    ...(title && { title }),
    found: questions.length,
    entries: questions.map((question, i) => entryOf(question, i + 1)),
    remarks: questions.length ? [] : [ONLY_SCORES],
    media: new Map(),
  };
}
