import type { Asked } from '../../game/quiz/questions/index.ts';
import { both as words } from '../words/en.ts';

/** Kinds that are answered by choosing. */
export type OptionKind = 'choice' | 'several' | 'true-false' | 'poll';

export interface Option {
  /** From 1, as in answers. */
  number: number;
  label: string;
  shape: number;
  lang?: string;
}

/** Blue is true and red false, as in Kahoot. */
export const TRUE_FALSE: readonly Option[] = [
  { number: 1, label: words.true, shape: 2, lang: words.language },
  { number: 2, label: words.false, shape: 1, lang: words.language },
];

export const optionsOf = (asked: Asked<OptionKind>): readonly Option[] =>
  'options' in asked.prompt ? numberedOptions(asked.prompt.options) : TRUE_FALSE;

export const numberedOptions = (labels: readonly string[]): readonly Option[] =>
  labels.map((label, i) => ({ number: i + 1, label, shape: i + 1 }));

/** The right ones; where nothing is right, those that most have chosen. */
export function keyOptions(asked: Asked<OptionKind>): { title: string; options: readonly Option[] } {
  const { right = [] } = asked.outcome?.solution ?? {};
  const counts = asked.outcome?.summary ?? [];
  const options = optionsOf(asked).filter(({ number }) =>
    right[0] ? right.includes(number) : counts[number - 1] === Math.max(1, ...counts),
  );
  return { title: right[0] ? words.right(right.length) : words.mostChose, options };
}

export function spokenOptions(asked: Asked<OptionKind>): string {
  const { title, options } = keyOptions(asked);
  return `${title}: ${options.map(({ label }) => label).join(', ') || words.nobody}`;
}
