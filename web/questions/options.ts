import type { Prompt, Reveal } from '../../game/room/room.ts';
import { both as words } from '../words/en.ts';

/** An option as people know it. */
export interface Option {
  /** As answers name it, counted from 1. */
  number: number;
  label: string;
  /** Which shape and colour it wears, 1 to 6. */
  shape: number;
  /** The label's language, where it is not the quiz's. */
  lang?: string;
}

/** Blue is true and red is false, as people know it from elsewhere. */
const TRUE_FALSE: readonly Option[] = [
  { number: 1, label: words.true, shape: 2, lang: words.language },
  { number: 2, label: words.false, shape: 1, lang: words.language },
];

/** The options of a question: the one place that names them and gives them their looks, so that phone and projector agree. */
export const optionsOf = (face: Prompt): readonly Option[] =>
  face.kind === 'true-false' ? TRUE_FALSE : numberedOptions(face.options);

/** The usual looks, one after the other. */
export const numberedOptions = (labels: readonly string[]): readonly Option[] =>
  labels.map((label, i) => ({ number: i + 1, label, shape: i + 1 }));

/** The right options of a revealed question. */
export const rightOptions = (face: Prompt, { right }: Reveal) => optionsOf(face).filter(({ number }) => right.includes(number));
