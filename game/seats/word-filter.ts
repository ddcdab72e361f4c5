// Words that nobody wants to read on the wall. The list and its leetspeak are obscenity's; English only.
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** One letter at a time, with something between: `f u c k`, `f.u.c.k`. */
const SPELT = /^\S(?:[\s.,_*|-]+\S)+$/u;

/** Is there such a word in the name, however it is dressed up? */
export function isUnwanted(name: string): boolean {
  // A number is a number: only between letters are digits leetspeak, or `Player 455` would be none.
  const words = name.replace(/(?<!\p{L})\d+(?!\p{L})/gu, ' ');
  return matcher.hasMatch(words) || (SPELT.test(words) && matcher.hasMatch(words.replace(/[\s.,_*|-]+/gu, '')));
}
