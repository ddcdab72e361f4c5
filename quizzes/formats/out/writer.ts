import type { Quiz } from '../../../game/quiz/quiz.ts';
import type { AnyFormat } from '../format.ts';

export type Pictures = ReadonlyMap<string, Uint8Array>;

export interface Numbered {
  question: Quiz['questions'][number];
  /** In the quiz, from 1. */
  number: number;
}

/** Writes a quiz as another program's file. */
export interface Writer {
  name: string;
  /** With its dot. */
  ending: string;
  /** What reads such files here. */
  reader: AnyFormat;
  /**
   * Every question in order, but those that `holds` refuses.
   * @param pictures by the name that questions give
   */
  write(quiz: Quiz, pictures: Pictures): Uint8Array | Promise<Uint8Array>;
  /** Whether the format knows such a question at all. */
  holds(question: Quiz['questions'][number]): boolean;
  /** What the other program will refuse, in words, though the file holds it. */
  limits?(questions: readonly Numbered[]): string[];
}
