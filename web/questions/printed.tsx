// A question on paper, whatever its kind.
import type { KindName, Question } from '../../game/quiz/questions/index.ts';
import { paper as words } from '../words/en-export.ts';
import { ON_PAPER } from './on-paper.ts';

export function PrintedForm<N extends KindName>({ question, answered }: { question: Question<N>; answered: boolean }) {
  const row = ON_PAPER[question.kind];
  return <row.Form question={question} answered={answered} />;
}

export const callOf = ({ kind }: Question) => words.calls[kind];

export const keyOf = <N extends KindName>(question: Question<N>): string => ON_PAPER[question.kind].key(question);

export function reordered<N extends KindName>(question: Question<N>, order: (count: number) => readonly number[]): Question<N> {
  return ON_PAPER[question.kind].reordered?.(question, order) ?? question;
}
