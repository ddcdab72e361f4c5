import { type Zippable, zipSync } from 'fflate';
import type { Draft } from '../../../game/quiz/library.ts';
import { MEDIA_FIELDS } from '../../../game/quiz/questions/kind.ts';
import { isRecord } from '../json-value.ts';
import { ranges } from './ranges.ts';

/** Nothing of the day it was made: the same quiz is the same file, byte for byte. */
const SOME_DAY = new Date(1980, 0, 1);

export interface TakenAlong {
  title: string;
  language: string;
  questions: readonly Draft[];
}

/** As a quiz file of this repository: finished or not. The order of fields is always the same. */
const quizJson = ({ title, language, questions }: TakenAlong): string =>
  `${JSON.stringify({ title, language, questions: questions.map(inOrder) }, undefined, 2)}\n`;

const inOrder = ({ kind, text, ...fields }: Draft): Draft => ({ kind, text, ...sorted(fields) });

const sorted = (fields: object): Draft =>
  Object.fromEntries(
    Object.entries(fields)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [name, isRecord(value) ? sorted(value) : value]),
  );

/** A `.quizcast`: quiz.json, and the media that its questions name. */
export function quizcastFile(quiz: TakenAlong, media: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const files: Zippable = { 'quiz.json': [new TextEncoder().encode(quizJson(quiz)), { level: 6 }] };
  // Pictures and sounds are compressed as they are.
  for (const [name, bytes] of [...media].sort(([a], [b]) => (a < b ? -1 : 1))) files[name] = [bytes, { level: 0 }];
  return new Uint8Array(zipSync(files, { mtime: SOME_DAY }));
}

/** Without the media: plain text holds none. */
export function jsonFile({ questions, ...quiz }: TakenAlong): { bytes: Uint8Array<ArrayBuffer>; losses: string[] } {
  const plain = questions.map(({ picture, sound, video, ...draft }) => draft);
  const losses = MEDIA_FIELDS.flatMap((field) => {
    const numbers = questions.flatMap((question, i) => (question[field] === undefined ? [] : [i + 1]));
    return numbers.length ? [`The ${field} is not kept: question${numbers.length > 1 ? 's' : ''} ${ranges(numbers)}.`] : [];
  });
  return { bytes: new Uint8Array(new TextEncoder().encode(quizJson({ ...quiz, questions: plain }))), losses };
}
