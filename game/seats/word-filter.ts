// English only; the list and its leetspeak rules are obscenity's.
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Spelt out: `f u c k`, `f.u.c.k`. */
const SPELT = /^\S(?:[\s.,_*|-]+\S)+$/u;

/** Does the name hold an offensive word, however disguised? */
export function isUnwanted(name: string): boolean {
  // Digits are leetspeak between letters only, or `Player 455` would match.
  const words = name.replace(/(?<!\p{L})\d+(?!\p{L})/gu, ' ');
  return matcher.hasMatch(words) || (SPELT.test(words) && matcher.hasMatch(words.replace(/[\s.,_*|-]+/gu, '')));
}
