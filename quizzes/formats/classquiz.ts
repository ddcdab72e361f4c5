// ClassQuiz: its JSON, and its archive (.cqa) of that JSON and pictures.
import { left, pollDraft, read, typedDraft } from './drafts.ts';
import type { Brought, Entry, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, numberOf, textOf } from './json-value.ts';
import { maybeHtml } from './markup/shown-text.ts';
import { keptOptions, optionsEntry, secondsFrom, tidy } from './option-cells.ts';
import { questionPicture } from './pictures.ts';
import { gunzip } from './unzip.ts';

const TYPES = ['ABCD', 'CHECK', 'VOTING', 'TEXT', 'RANGE', 'ORDER', 'SLIDE'];
const MOST_BYTES = 20e6;
/** Between quiz and pictures, before each picture, between its number and its bytes. */
const QUIZ_END = [0xc7, 0xc7, 0xc7, 0];
const PICTURE = [0xc6, 0xc6, 0xc6, 0];
const NUMBER_END = [0xc5, 0xc5, 0];

const isQuestion = (value: unknown): value is JsonRecord =>
  isRecord(value) &&
  typeof value.question === 'string' &&
  (TYPES.includes(textOf(value.type) ?? '') || listOf(value.answers).some((answer) => isRecord(answer) && 'answer' in answer));

const questionsIn = (json: unknown): unknown[] => (isRecord(json) ? listOf(json.questions) : []);
const isQuiz = (json: unknown) => questionsIn(json).some(isQuestion);

/** Its editor writes HTML. */
const plain = (value: unknown) => tidy(maybeHtml(textOf(value) ?? '').text);

function indexOf(bytes: Uint8Array, mark: readonly number[], from = 0): number {
  for (let at = bytes.indexOf(mark[0] ?? 0, from); at >= 0; at = bytes.indexOf(mark[0] ?? 0, at + 1))
    if (mark.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}

/** By number of the question, counted from 0. */
function picturesIn(bytes: Uint8Array): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>();
  let at = indexOf(bytes, PICTURE);
  while (at >= 0) {
    const next = indexOf(bytes, PICTURE, at + PICTURE.length);
    const block = bytes.subarray(at + PICTURE.length, next < 0 ? bytes.length : next);
    const end = indexOf(block.subarray(0, 20), NUMBER_END);
    if (end > 0)
      pictures.set(new TextDecoder().decode(block.subarray(0, end)), new Uint8Array(block.subarray(end + NUMBER_END.length)));
    at = next;
  }
  return pictures;
}

function unpacked(bytes: Uint8Array): { json: unknown; pictures: Map<string, Uint8Array> } {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { json: jsonIn(bytes), pictures: new Map() };
  const end = indexOf(bytes, QUIZ_END);
  const quiz = gunzip(end < 0 ? bytes : bytes.subarray(0, end), MOST_BYTES);
  return { json: quiz && jsonIn(quiz), pictures: end < 0 ? new Map() : picturesIn(bytes.subarray(end + QUIZ_END.length)) };
}

function entryOf(
  question: unknown,
  index: number,
  pictures: ReadonlyMap<string, Uint8Array>,
  media: Map<string, Uint8Array>,
): Entry {
  const at = `question ${index + 1}`;
  if (!isQuestion(question)) return left(at, inShort(question), 'it has no text with answers');
  const type = textOf(question.type) ?? 'ABCD';
  const answers = listOf(question.answers).filter(isRecord);
  const texts = answers.map((answer) => plain(answer.answer));
  if (['RANGE', 'ORDER', 'SLIDE'].includes(type))
    return left(at, `${textOf(question.question)} ${texts.join(' | ')}`, `“${type}” is a kind of question that we do not have`);
  const src = textOf(question.image);
  const found = src ? [{ src, alt: '' }] : [];
  const { picture, changes } = questionPicture(found, media, (name) => pictures.get(name));
  const said = numberOf(question.time);
  const text = plain(question.question);
  const time = secondsFrom(said);
  const more = { seconds: time.seconds, picture };
  if (type === 'VOTING')
    return read(
      at,
      pollDraft(
        text,
        keptOptions(texts, []).options.map((one) => one.text),
        more,
      ),
      [...changes, ...time.changes],
    );
  if (type === 'TEXT') return read(at, typedDraft(text, texts.map(tidy).filter(Boolean), more), [...changes, ...time.changes]);
  const right = answers.flatMap((answer, i) => (answer.right === true ? [i + 1] : []));
  return optionsEntry(at, text, texts, right, { seconds: said, picture, changes, several: type === 'CHECK' });
}

export const classQuiz: Format = {
  name: 'ClassQuiz',
  recognises: ({ bytes }) => isQuiz(unpacked(bytes).json),
  read: ({ bytes }): Brought => {
    const { json, pictures } = unpacked(bytes);
    const questions = questionsIn(json);
    const media = new Map<string, Uint8Array>();
    const title = isRecord(json) ? plain(json.title) : '';
    return {
      format: classQuiz.name,
      ...(title && { title }),
      found: questions.length,
      entries: questions.map((question, i) => entryOf(question, i, pictures, media)),
      remarks: [],
      media,
    };
  },
};
