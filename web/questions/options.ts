import type { Prompt, Reveal } from '../../game/room/room.ts';
import { both as words } from '../words/en.ts';

export interface Option {
  /** From 1, as in answers. */
  number: number;
  label: string;
  shape: number;
  lang?: string;
}

/** Blue is true and red false, as in Kahoot. */
const TRUE_FALSE: readonly Option[] = [
  { number: 1, label: words.true, shape: 2, lang: words.language },
  { number: 2, label: words.false, shape: 1, lang: words.language },
];

export const optionsOf = (face: Prompt): readonly Option[] => ('options' in face ? numberedOptions(face.options) : TRUE_FALSE);

export const numberedOptions = (labels: readonly string[]): readonly Option[] =>
  labels.map((label, i) => ({ number: i + 1, label, shape: i + 1 }));

/** The right ones; where nothing is right, those that most have chosen. */
/** The right ones; where nothing is right, those that most have chosen. */
export const keyOptions = (face: Prompt, { right, distribution: counts }: Reveal) =>
  optionsOf(face).filter(({ number }) => (right[0] ? right.includes(number) : counts[number - 1] === Math.max(1, ...counts)));
