// The only writers' file that knows which kinds of question there are.
import type { Question } from '../../../game/quiz/questions/index.ts';

/** A question as other programs think of it; `other`: of a kind that they do not know. */
export type Written =
  | { sort: 'options'; options: { text: string; right: boolean }[]; several: boolean; partial: boolean }
  | { sort: 'truth'; right: boolean }
  | { sort: 'words'; accepted: string[]; caseCounts: boolean }
  | { sort: 'other' };

const marked = (options: readonly string[], right: readonly number[]) =>
  options.map((text, i) => ({ text, right: right.includes(i + 1) }));

export function asWritten(question: Question): Written {
  switch (question.kind) {
    case 'choice':
      return { sort: 'options', options: marked(question.options, [question.right]), several: false, partial: false };
    case 'several': {
      const { options, right, partial } = question;
      return { sort: 'options', options: marked(options, right), several: true, partial };
    }
    case 'poll':
      return { sort: 'options', options: marked(question.options, []), several: question.several, partial: false };
    case 'true-false':
      return { sort: 'truth', right: question.right };
    case 'typed':
      return { sort: 'words', accepted: question.accepted, caseCounts: !question.tolerate.includes('case') };
    default:
      return { sort: 'other' };
  }
}

/** Percent for each option, as Moodle weighs: one wrong choice costs all, or as much as a right one earns. */
export function weights({ options, partial }: Extract<Written, { sort: 'options' }>): string[] {
  const right = options.filter((option) => option.right).length;
  const share = right ? Number((100 / right).toFixed(5)) : 0;
  return options.map((option) => (option.right ? String(share) : right ? String(partial ? -share : -100) : '0'));
}
