import * as v from 'valibot';
import { mediaFaults, mediaFields } from './media-fields.ts';
import { KINDS, type KindName, kindOf, type Question } from './questions/index.ts';

export interface Quiz {
  title: string;
  /** BCP 47, such as `pt-BR`. */
  language: string;
  questions: Question[];
}

/** Some of its questions, one after the other. */
export interface QuizPart {
  language: string;
  /** Number of the first; absent: 0. */
  from?: number;
  questions: readonly Question[];
}

/** @throws when it is not there */
export function questionAt({ questions, from = 0 }: QuizPart, index: number): Question {
  const question = questions[index - from];
  if (!question) throw new Error(`there is no question ${index}`);
  return question;
}

export interface QuizFault {
  at: string;
  should: string;
  is: string;
}

const text = (most: number) => {
  const should = `a text of 1 to ${most} characters`;
  return v.pipe(v.string(should), v.trim(), v.minLength(1, should), v.maxLength(most, should));
};
const whole = (least: number, most: number) => {
  const should = `a whole number from ${least} to ${most}`;
  return v.pipe(v.number(should), v.integer(should), v.minValue(least, should), v.maxValue(most, should));
};

/** Characters. */
export const TITLE_MOST = 80;
const QUESTION_MOST = 300;
export const QUESTIONS_MOST = 200;

const questionFields = {
  text: text(QUESTION_MOST),
  seconds: v.optional(whole(5, 240), 20),
  points: v.optional(v.picklist([0, 1000, 2000], '0, 1000 or 2000'), 1000),
  reading: v.optional(whole(1, 60), 5),
  ...mediaFields(text(200)),
  explanation: v.optional(text(300)),
};

const question = (kind: KindName) => v.strictObject({ kind: v.literal(kind), ...questionFields, ...KINDS[kind].fields });

const isKindName = (name: string): name is KindName => Object.hasOwn(KINDS, name);
const KIND_NAMES = Object.keys(KINDS).filter(isKindName);

const anyQuestion = v.variant('kind', KIND_NAMES.map(question), `a kind of question: ${KIND_NAMES.join(', ')}`);

/** Source of the published JSON Schema (`npm run schema`). */
export const quizSchema = v.strictObject(
  {
    $schema: v.optional(v.string('the address of the schema')),
    title: text(TITLE_MOST),
    language: v.pipe(
      v.string('a language tag such as en or pt-BR'),
      v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or pt-BR'),
    ),
    questions: v.pipe(
      v.array(anyQuestion, 'a list of questions'),
      v.minLength(1, 'a list of 1 to 200 questions'),
      v.maxLength(QUESTIONS_MOST, 'a list of 1 to 200 questions'),
    ),
  },
  'an object with title, language and questions',
);

/** `questions.3.options.1` becomes `question 4, options 2`. */
function placeOf(path: readonly (string | number)[]): string {
  const [first, at, ...rest] = path;
  if (typeof at !== 'number') return String(first ?? 'the file');
  return [
    `question ${at + 1}`,
    ...(rest.length ? [rest.map((key) => (typeof key === 'number' ? key + 1 : key)).join(' ')] : []),
  ].join(', ');
}

function excerpt(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

const path = (issue: v.BaseIssue<unknown>) => (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));

function faultOf(issue: v.BaseIssue<unknown>): QuizFault {
  const at = path(issue);
  // Strict objects report unknown and missing keys alike.
  if (issue.expected === 'never') return { at: placeOf(at), should: 'left out (no such field)', is: 'there' };
  if (issue.received === 'undefined') return { at: placeOf(at), should: 'given', is: 'missing' };
  const { value } = issue.path?.at(-1) ?? { value: issue.input };
  return { at: placeOf(at), should: issue.message, is: excerpt(value) };
}

function read(json: unknown) {
  const { output, issues = [] } = v.safeParse(quizSchema, json, { abortPipeEarly: true });
  // Faults between fields are sought in valid ones only.
  return { quiz: output as Quiz | undefined, issues };
}

function faultsBetween(one: Question | undefined, wrong: readonly (string | number | undefined)[]) {
  const own = one && KINDS[one.kind]?.fields;
  if (!own) return [];
  return [...mediaFaults(one), ...(wrong.some((field) => String(field) in own) ? [] : kindOf(one).check(one))];
}

/** @returns the quiz with defaults, or all its faults */
export function parseQuiz(json: unknown): { quiz: Quiz } | { faults: QuizFault[] } {
  const { quiz, issues } = read(json);
  const faults = issues.map(faultOf);
  const questions = quiz?.questions;
  for (const [i, one] of (Array.isArray(questions) ? questions : []).entries()) {
    const wrong = issues.map(path).filter(([, at]) => at === i);
    const values: Record<string, unknown> = { ...one };
    for (const { field, should } of faultsBetween(
      one,
      wrong.map(([, , field]) => field),
    ))
      faults.push({ at: placeOf(['questions', i, field]), should, is: excerpt(values[field]) });
  }
  if (!quiz || faults.length) return { faults: faults.sort((a, b) => questionOf(a) - questionOf(b)) };
  return { quiz: { title: quiz.title, language: quiz.language, questions: quiz.questions } };
}

export interface DraftFault {
  field: string;
  /** In a field that is a list or has parts. */
  part?: string | number | undefined;
  should: string;
}

/** @returns what has to be mended in a question before it can be played */
export function faultsOf(draft: Readonly<Record<string, unknown>>): DraftFault[] {
  const { quiz, issues } = read({ title: '-', language: 'en', questions: [draft] });
  const faults = issues.map((issue): DraftFault => {
    const [, , field = 'kind', part] = path(issue);
    return { field: String(field), part, should: faultOf(issue).should };
  });
  return [
    ...faults,
    ...faultsBetween(
      quiz?.questions[0],
      faults.map(({ field }) => field),
    ),
  ];
}

const questionOf = ({ at: place }: QuizFault) => Number(/^question (\d+)/.exec(place)?.[1] ?? 0);

export const quizFaultLine = (fault: QuizFault) => `${fault.at}: should be ${fault.should}, is ${fault.is}`;
