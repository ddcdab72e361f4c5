// Answers of opentdb.com, in each of its encodings.
import { decodeHTML } from 'entities';
import { amongOthers } from './among-others.ts';
import { left, read, trueFalseDraft } from './drafts.ts';
import type { Brought, Entry, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, textOf, textsOf } from './json-value.ts';
import { optionsEntry, tidy } from './option-cells.ts';

const LICENCE = 'Questions of the Open Trivia Database are CC BY-SA 4.0: name it where you share them.';

const questionsIn = (json: unknown): unknown[] => listOf(isRecord(json) ? json.results : json);

const isQuestion = (value: unknown): value is JsonRecord =>
  isRecord(value) && typeof value.correct_answer === 'string' && Array.isArray(value.incorrect_answers);

function fromBase64(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (one) => one.charCodeAt(0)));
  } catch {
    return text;
  }
}

function fromAddress(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** `type` is one of two words, so it tells. */
function decoderFor(questions: readonly JsonRecord[]): (text: string) => string {
  if (questions.some(({ type }) => type === btoa('multiple') || type === btoa('boolean'))) return fromBase64;
  const texts = questions.map(({ question }) => textOf(question) ?? '');
  return texts.some((text) => /%[0-9A-F]{2}/i.test(text)) && texts.every((text) => !/\s/.test(text)) ? fromAddress : decodeHTML;
}

function entryOf(question: unknown, number: number, decode: (text: string) => string): Entry {
  const at = `item ${number}`;
  if (!isQuestion(question)) return left(at, inShort(question), 'it has no question with a right and wrong answers');
  const text = tidy(decode(textOf(question.question) ?? ''));
  const right = decode(textOf(question.correct_answer) ?? '');
  const wrong = textsOf(question.incorrect_answers).map(decode);
  if (/^(true|false)$/i.test(right) && wrong.length === 1) return read(at, trueFalseDraft(text, /^true$/i.test(right)));
  const mixed = amongOthers(text, right, wrong);
  return optionsEntry(at, text, mixed.options, [mixed.right]);
}

/** Others number them from what is told here. */
function repeated(questions: readonly unknown[]): string[] {
  const first = new Map<string, number>();
  return questions.flatMap((question, i) => {
    const text = isQuestion(question) ? inShort(question.question) : String(i);
    const before = first.get(text);
    if (before === undefined) first.set(text, i);
    return before === undefined ? [] : [`Item ${i + 1} asks the same as item ${before + 1}.`];
  });
}

export const openTdb: Format = {
  name: 'Open Trivia Database',
  recognises: ({ bytes }) => questionsIn(jsonIn(bytes)).some(isQuestion),
  read: ({ bytes }): Brought => {
    const questions = questionsIn(jsonIn(bytes));
    const decode = decoderFor(questions.filter(isQuestion));
    return {
      format: openTdb.name,
      found: questions.length,
      entries: questions.map((question, i) => entryOf(question, i + 1, decode)),
      remarks: [LICENCE, ...repeated(questions)],
      media: new Map(),
    };
  },
};
