import type { ObjectEntries } from 'valibot';

export interface QuestionFields {
  text: string;
  /** Answering time, s. */
  seconds: number;
  points: 0 | 1000 | 2000;
  /** Reading time before the options open, s. */
  reading: number;
  /** Served under `/pictures/`. */
  picture?: { file: string; alt: string } | undefined;
  explanation?: string | undefined;
}

/** Options count from 1; only its kind reads an answer (200 bytes at most). */
export interface Kind<Fields extends object, Prompt extends object, Solution extends object> {
  fields: ObjectEntries;
  /** Faults between fields. */
  check(question: Fields): { field: string; should: string }[];
  prompt(question: Fields): Prompt;
  solution(question: Fields): Solution;
  /** 0 to 1; undefined when it is no answer here. A kind without it is not graded: its answers count, and earn nothing. */
  credit?(question: Fields, answer: string): number | undefined;
  distribution(question: Fields, answers: readonly string[]): number[];
  /** What the host may see while the question is open; of ungraded kinds only. */
  live?(prompt: Prompt, answers: readonly string[]): number[];
  describe(question: Fields, answer: string): string;
}
