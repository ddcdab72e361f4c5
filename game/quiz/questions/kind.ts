import type { ObjectEntries } from 'valibot';

export interface Media {
  /** Served under `/media/` if a host brought it, else under `/pictures/`. */
  file: string;
  /** For those who cannot see or hear it. */
  alt: string;
}

export interface Picture extends Media {
  /** The same for phones. */
  small?: string | undefined;
}

export const MEDIA_FIELDS = ['picture', 'sound', 'video'] as const;
export type MediaField = (typeof MEDIA_FIELDS)[number];

export interface QuestionFields {
  text: string;
  /** Answering time, s. */
  seconds: number;
  points: 0 | 1000 | 2000;
  /** Reading time before answering opens, s. */
  reading: number;
  picture?: Picture | undefined;
  /** Played by the host's page from the reading time on. */
  sound?: Media | undefined;
  /** Without picture and sound. */
  video?: Media | undefined;
  explanation?: string | undefined;
}

/** What a kind's own parts look like. */
export interface KindTypes {
  /** Of a question, beside those of every kind. */
  fields: object;
  /** Public before the seal. */
  prompt: object;
  /** Parsed. */
  answer: unknown;
  /** What the room answered. */
  summary: unknown;
  /** Public from the reveal on: with the prompt, all that grading takes. */
  solution: object;
}

export interface SummaryLimits {
  /** As JSON; for lists that grow with the room. */
  bytes: number;
  /** Texts of players that nobody else should read; absent: all may be shown. */
  isUnwanted?: ((text: string) => boolean) | undefined;
}

/** The only place that knows what a question of its kind, or an answer to it, is. */
export interface Kind<T extends KindTypes> {
  fields: ObjectEntries;
  /** Faults between fields. */
  check(fields: T['fields']): { field: string; should: string }[];
  prompt(fields: T['fields'], quiz: { language: string }): T['prompt'];
  solution(fields: T['fields']): T['solution'];
  /** An answer's text (200 bytes at most); undefined when it is no answer here. */
  parse(prompt: T['prompt'], text: string): T['answer'] | undefined;
  /**
   * All of a round at once, but each by itself: phones and results grade one alone.
   * A kind without it is not graded: its answers count, and earn nothing.
   * @returns 0 to 1 for each
   */
  grade?(key: T['prompt'] & T['solution'], answers: readonly T['answer'][]): number[];
  summarize(prompt: T['prompt'], answers: readonly T['answer'][], limits: SummaryLimits): T['summary'];
  /** An answer in words. */
  describe(prompt: T['prompt'], answer: T['answer']): string;
  /** What is right, in words; empty where nothing is. */
  describeSolution(key: T['prompt'] & T['solution']): string;
  /** Ungraded only: the host may see the summary while the question is open. */
  live?: true;
}
