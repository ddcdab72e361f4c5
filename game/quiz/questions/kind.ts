import type { ObjectEntries } from 'valibot';

/** Fields of every question; `game/quiz/quiz.ts` validates them. */
export interface QuestionFields {
  text: string;
  /** Answering time, s. */
  seconds: number;
  /** Maximum score. */
  points: 0 | 1000 | 2000;
  /** Reading time before the options open, s. */
  reading: number;
  /** Served under `/pictures/`; `alt` is read to people who cannot see it. */
  picture?: { file: string; alt: string } | undefined;
  explanation?: string | undefined;
}

/**
 * A kind of question. Options are numbered from 1; an answer is a short text,
 * opaque to everything but its kind (at most 200 bytes).
 * @template Q its fields in a quiz file
 * @template F public before the seal
 * @template K added by the reveal
 */
export interface Kind<Q extends object, F extends object, K extends object> {
  /** Schema of its own fields. */
  fields: ObjectEntries;
  /** Faults between fields. */
  check(question: Q): { field: string; should: string }[];
  prompt(question: Q): F;
  solution(question: Q): K;
  /** 0 to 1; undefined when it is no answer to this question. */
  credit(question: Q, answer: string): number | undefined;
  /** Answers per option. */
  distribution(question: Q, answers: readonly string[]): number[];
  /** An answer in words, for results. */
  describe(question: Q, answer: string): string;
}
