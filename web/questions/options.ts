import type { Face, Reveal } from '../../game/room.ts';
import { both as words } from '../words/en.ts';

/** An option as people know it. */
export interface Option {
  /** As answers name it, counted from 1. */
  number: number;
  label: string;
  /** Which shape and colour it wears, 1 to 6. */
  look: number;
  /** The label's language, where it is not the quiz's. */
  lang?: string;
}

/** Blue is true and red is false, as people know it from elsewhere. */
const TRUE_FALSE: readonly Option[] = [
  { number: 1, label: words.true, look: 2, lang: words.language },
  { number: 2, label: words.false, look: 1, lang: words.language },
];

/** The options of a question: the one place that names them and gives them their looks, so that phone and projector agree. */
export const optionsOf = (face: Face): readonly Option[] => (face.kind === 'true-false' ? TRUE_FALSE : labelled(face.options));

/** The usual looks, one after the other. */
export const labelled = (labels: readonly string[]): readonly Option[] =>
  labels.map((label, i) => ({ number: i + 1, label, look: i + 1 }));

/** The right options of a revealed question. */
export const rightOptions = (face: Face, { right }: Reveal) => optionsOf(face).filter(({ number }) => right.includes(number));
