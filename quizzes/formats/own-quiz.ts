// Our own quiz: JSON, or a zip (.quizcast) of quiz.json and its media.
import { KINDS, type KindName } from '../../game/quiz/questions/index.ts';
import { MEDIA_FIELDS } from '../../game/quiz/questions/kind.ts';
import { left, read } from './drafts.ts';
import type { Brought, Draft, Entry, Format } from './format.ts';
import { inShort, isRecord, type JsonRecord, jsonIn, listOf, textOf } from './json-value.ts';
import { isZip, namesInZip, unzip } from './unzip.ts';

const QUIZ_FILE = 'quiz.json';
const LIMITS = { total: 150e6, each: 100e6 };

const isKind = (name: unknown): name is KindName => typeof name === 'string' && Object.hasOwn(KINDS, name);

const isOwn = (json: unknown): json is JsonRecord =>
  isRecord(json) && Array.isArray(json.questions) && json.questions.some((one) => isRecord(one) && isKind(one.kind));

function entryOf(question: unknown, number: number, media: ReadonlyMap<string, Uint8Array>): Entry {
  const at = `question ${number}`;
  if (!isRecord(question) || !isKind(question.kind)) {
    const kind = isRecord(question) ? textOf(question.kind) : undefined;
    return left(at, inShort(question), kind ? `“${kind}” is a kind of question that we do not have` : 'it says no kind');
  }
  const { kind, text, ...fields } = question;
  const draft: Draft = { ...fields, kind, text: textOf(text) ?? '' };
  const changes: string[] = [];
  for (const field of MEDIA_FIELDS) {
    const one = draft[field];
    if (one === undefined) continue;
    const there = isRecord(one) ? mediaThere(one, media) : undefined;
    if (there) draft[field] = there;
    else {
      delete draft[field];
      changes.push(`the ${field} ${(isRecord(one) && textOf(one.file)) || ''} was left out: it is not in the file`);
    }
  }
  return read(at, draft, changes);
}

/** A small picture may be missing. */
function mediaThere(one: JsonRecord, media: ReadonlyMap<string, Uint8Array>): JsonRecord | undefined {
  const isThere = (name: unknown) => media.has(textOf(name) ?? '');
  if (!isThere(one.file)) return undefined;
  return Object.fromEntries(Object.entries(one).filter(([field, value]) => field !== 'small' || isThere(value)));
}

function broughtFrom(json: unknown, media: Map<string, Uint8Array>): Brought {
  const quiz = isRecord(json) ? json : {};
  const questions = listOf(quiz.questions);
  const title = textOf(quiz.title);
  const language = textOf(quiz.language);
  return {
    format: ownQuiz.name,
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    found: questions.length,
    entries: questions.map((question, i) => entryOf(question, i + 1, media)),
    remarks: [],
    media,
  };
}

const isArchive = (bytes: Uint8Array) => isZip(bytes) && namesInZip(bytes).includes(QUIZ_FILE);

export const ownQuiz: Format = {
  name: 'Quizcast',
  recognises: ({ bytes }) => isOwn(jsonIn(bytes)) || isArchive(bytes),
  read: ({ bytes }) => {
    if (!isZip(bytes)) return broughtFrom(jsonIn(bytes), new Map());
    const files = unzip(bytes, (name) => !name.endsWith('/') && !name.split('/').includes('..'), LIMITS);
    if ('refused' in files) return { format: ownQuiz.name, entries: [], remarks: [files.refused], media: new Map() };
    const quiz = files.get(QUIZ_FILE);
    files.delete(QUIZ_FILE);
    return broughtFrom(quiz && jsonIn(quiz), files);
  },
};
