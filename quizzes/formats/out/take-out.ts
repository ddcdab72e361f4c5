// A quiz as another program's file, and what that file cannot hold: found by bringing it in again.
import { parseQuiz, type Quiz } from '../../../game/quiz/quiz.ts';
import type { Brought, Entry } from '../format.ts';
import { ranges } from './ranges.ts';
import type { Pictures, Writer } from './writer.ts';

const NAMES = new Map(
  Object.entries({
    kind: 'The kind of question',
    text: 'The exact text',
    options: 'The exact wording of the options',
    right: 'What is right',
    partial: 'Whether each right option earns a share',
    several: 'Whether several may be chosen',
    accepted: 'The exact wording of accepted answers',
    tolerate: 'What makes no difference in typed answers',
    seconds: 'The time to answer',
    points: 'How many points it is worth',
    reading: 'The time to read',
    picture: 'The picture',
    sound: 'The sound',
    video: 'The video',
    explanation: 'The explanation',
  }),
);

const UNFINISHED = 'Has to be finished after it is brought in again';
const UNWRITTEN = 'Cannot be written in this format';

const isSame = (one: Uint8Array | undefined, other: Uint8Array | undefined) =>
  one === other || (one !== undefined && one.length === other?.length && one.every((byte, i) => byte === other[i]));

type Question = Quiz['questions'][number];

/** With defaults; undefined: something is missing. */
function finished(entry: Entry | undefined): Question | undefined {
  if (entry?.outcome !== 'read') return undefined;
  const parsed = parseQuiz({ title: 'Any', language: 'en', questions: [entry.draft] });
  return 'quiz' in parsed ? parsed.quiz.questions[0] : undefined;
}

/** Pictures are the same if their bytes are, whatever their names. */
function comparable(question: Question, pictures: Pictures): Record<string, unknown> {
  const { picture, ...fields } = question;
  return { ...fields, picture: picture && { alt: picture.alt, bytes: pictures.get(picture.file) } };
}

function differences(question: Question, entry: Entry | undefined, pictures: Pictures, media: Pictures): string[] {
  const back = finished(entry);
  if (!back) return [UNFINISHED];
  if (back.kind !== question.kind) return ['kind'];
  const [before, after] = [comparable(question, pictures), comparable(back, media)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => {
    if (field !== 'picture') return JSON.stringify(before[field]) !== JSON.stringify(after[field]);
    const [one, other] = [question.picture, back.picture];
    if (!one || !other) return one !== other;
    return one.alt !== other.alt || !isSame(pictures.get(one.file), media.get(other.file));
  });
}

function inWords(losses: ReadonlyMap<string, number[]>, all: number): string[] {
  return [...losses].map(([what, numbers]) => {
    const where = numbers.length === all ? 'all questions' : `question${numbers.length > 1 ? 's' : ''} ${ranges(numbers)}`;
    if (what === UNFINISHED || what === UNWRITTEN) return `${what}: ${where}.`;
    return `${NAMES.get(what) ?? `“${what}”`} is not kept: ${where}.`;
  });
}

function losses(quiz: Quiz, writer: Writer, pictures: Pictures, numbers: readonly number[], back: Brought): string[] {
  const found = new Map<string, number[]>();
  const note = (what: string, i: number) => found.set(what, [...(found.get(what) ?? []), numbers[i] ?? i + 1]);
  let next = 0;
  for (const [i, question] of quiz.questions.entries()) {
    if (!writer.holds(question)) note(UNWRITTEN, i);
    else for (const what of differences(question, back.entries[next++], pictures, back.media)) note(what, i);
  }
  return [
    ...(back.title === quiz.title ? [] : ['The title of the quiz is not kept.']),
    ...(back.language === quiz.language ? [] : ['The language of the quiz is not kept.']),
    ...inWords(found, quiz.questions.length),
  ];
}

export interface TakenOut {
  bytes: Uint8Array;
  /** In words, for whoever saves it: what would be missing if it were brought in again. */
  losses: string[];
}

/** @param numbers as which its questions are known; default: from 1 */
export async function takeOut(
  quiz: Quiz,
  writer: Writer,
  pictures: Pictures = new Map(),
  numbers: readonly number[] = quiz.questions.map((_, i) => i + 1),
): Promise<TakenOut> {
  const bytes = await writer.write(quiz, pictures);
  const back = await writer.reader.read({ name: `quiz${writer.ending}`, bytes });
  const limits = writer.limits?.(quiz.questions.map((question, i) => ({ question, number: numbers[i] ?? i + 1 }))) ?? [];
  return { bytes, losses: [...losses(quiz, writer, pictures, numbers, back), ...limits] };
}
