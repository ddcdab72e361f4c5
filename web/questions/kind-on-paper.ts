import type { FunctionComponent } from 'preact';
import type { KindName, Question } from '../../game/quiz/questions/index.ts';

export interface PaperProps<N extends KindName> {
  question: Question<N>;
  /** What is right is ticked, or written on the line. */
  answered: boolean;
}

/** How a kind is printed, to be answered by pencil. */
export interface KindOnPaper<N extends KindName> {
  Form: FunctionComponent<PaperProps<N>>;
  /** What is right, as the key says it; empty: nothing is. */
  key(question: Question<N>): string;
  /**
   * The same with its options in another order; absent: they have one.
   * @param order a permutation of the numbers from 0
   */
  reordered?(question: Question<N>, order: (count: number) => readonly number[]): Question<N>;
}
