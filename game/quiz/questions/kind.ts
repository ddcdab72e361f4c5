import type { ObjectEntries } from 'valibot';

/** What every question says, whatever its kind; `game/quiz/quiz.ts` validates it. */
export interface QuestionFields {
  text: string;
  /** How long the options stay open, in seconds. */
  seconds: number;
  /** The most that an answer can earn. */
  points: 0 | 1000 | 2000;
  /** How long the question is shown before its options open, in seconds. */
  reading: number;
  /** A file served under `/pictures/`, and the words for those who cannot see it. */
  picture?: { file: string; alt: string } | undefined;
  explanation?: string | undefined;
}

/**
 * What a kind of question must say. Options are numbered from 1, in quiz files and on the wire alike; an answer is a short text that
 * its kind alone understands (at most 200 bytes, DESIGN: it travels and is stored without anybody reading it).
 * @template Q the kind's own fields in a quiz file
 * @template F what everybody may see before the question is sealed
 * @template K what the reveal adds
 */
export interface Kind<Q extends object, F extends object, K extends object> {
  /** The kind's own fields, as a schema: the quiz file is validated by it and its JSON Schema generated from it. */
  fields: ObjectEntries;
  /** Faults between fields that a schema of single fields cannot see: the field, and what it should be. */
  check(question: Q): { field: string; should: string }[];
  prompt(question: Q): F;
  solution(question: Q): K;
  /** The share of the points that an answer earns, 0 to 1; undefined when it is no answer to this question. */
  credit(question: Q, answer: string): number | undefined;
  /** How many chose each option, in the order of the face's options. */
  distribution(question: Q, answers: readonly string[]): number[];
  /** An answer in words, for people who read results. */
  describe(question: Q, answer: string): string;
}
