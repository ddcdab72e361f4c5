// Razzia, which was Rahoot: right answers counted from 0.
import { left, read, typedDraft } from './drafts.ts';
import type { Brought, Entry, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, numberOf, textOf, textsOf } from './json-value.ts';
import { optionsEntry, secondsFrom, tidy } from './option-cells.ts';
import { questionPicture } from './pictures.ts';

const isQuestion = (value: unknown): value is JsonRecord =>
  isRecord(value) &&
  typeof value.question === 'string' &&
  Array.isArray(value.answers) &&
  value.answers.every((answer) => typeof answer !== 'object');

const questionsIn = (json: unknown): unknown[] => (isRecord(json) ? listOf(json.questions) : []);

/** Picture, film and sound, by address or by the name of a file that is elsewhere. */
function mediaOf(question: JsonRecord, media: Map<string, Uint8Array>) {
  const other = isRecord(question.media) ? question.media : {};
  const kind = textOf(other.type) ?? 'image';
  const pictures = [question.image, ...(kind === 'image' ? [other.url] : [])].map(textOf).filter((src) => src?.trim());
  const rest = [question.video, question.audio, ...(kind === 'image' ? [] : [other.url])]
    .map(textOf)
    .filter((src) => src?.trim());
  const found = pictures.map((src) => ({ src: src ?? '', alt: '' }));
  const { picture, changes } = questionPicture(found, media);
  return {
    picture,
    changes: [...changes, ...rest.map((src) => `${src?.slice(0, 200)} was left out: film and sound are not taken yet`)],
  };
}

function entryOf(question: unknown, number: number, media: Map<string, Uint8Array>): Entry {
  const at = `question ${number}`;
  if (!isQuestion(question)) return left(at, inShort(question), 'it has no text with a list of answers');
  const text = textOf(question.question) ?? '';
  const answers = textsOf(question.answers);
  const said = question.solutions ?? question.solution;
  const solutions = (Array.isArray(said) ? said : [said]).map(numberOf).filter((one) => one !== undefined);
  const { picture, changes } = mediaOf(question, media);
  const seconds = numberOf(question.time);
  // The variant with free text: its answers are what is accepted.
  if (!solutions.length && (answers.length === 1 || /text|type|open/i.test(textOf(question.type) ?? ''))) {
    const time = secondsFrom(seconds);
    const draft = typedDraft(tidy(text), answers.map(tidy), { seconds: time.seconds, picture });
    return read(at, draft, [...changes, ...time.changes]);
  }
  return optionsEntry(
    at,
    text,
    answers,
    solutions.map((one) => one + 1),
    { seconds, picture, changes },
  );
}

/** Of the keys that people add to their own copies. */
const UNKNOWN = ['isBonus', 'instructions'];

export const razzia: Format = {
  name: 'Razzia (Rahoot)',
  recognises: ({ bytes }) => {
    const json = jsonIn(bytes);
    const asked = questionsIn(json).filter(isQuestion);
    return asked.some(
      (one) => 'solution' in one || 'solutions' in one || 'cooldown' in one || (isRecord(json) && 'subject' in json),
    );
  },
  read: ({ bytes }): Brought => {
    const json = jsonIn(bytes);
    const questions = questionsIn(json);
    const media = new Map<string, Uint8Array>();
    const title = isRecord(json) ? tidy(textOf(json.subject) ?? textOf(json.title) ?? '') : '';
    const unknown = UNKNOWN.filter((key) => questions.some((one) => isRecord(one) && one[key]));
    return {
      format: razzia.name,
      ...(title && { title }),
      found: questions.length,
      entries: questions.map((question, i) => entryOf(question, i + 1, media)),
      remarks: unknown.length ? [`Not taken: ${unknown.map((key) => `“${key}”`).join(', ')}.`] : [],
      media,
    };
  },
};
