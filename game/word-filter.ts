// Words that nobody wants to read on the wall. The list and its leetspeak are obscenity's; English only.
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** One letter at a time, with something between: `f u c k`, `f.u.c.k`. */
const SPELT = /^\S(?:[\s.,_*|-]+\S)+$/u;

/** Is there such a word in the name, however it is dressed up? */
export const isUnwanted = (name: string): boolean =>
  matcher.hasMatch(name) || (SPELT.test(name) && matcher.hasMatch(name.replace(/[\s.,_*|-]+/gu, '')));
