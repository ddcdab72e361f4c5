// English only.
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Spelt out: `f u c k`, `f.u.c.k`. */
const SPELT = /^\S(?:[\s.,_*|-]+\S)+$/u;

export function isUnwanted(name: string): boolean {
  // Leetspeak digits touch letters; `Player 455` is harmless.
  const words = name.replace(/(?<!\p{L})\d+(?!\p{L})/gu, ' ');
  return matcher.hasMatch(words) || (SPELT.test(words) && matcher.hasMatch(words.replace(/[\s.,_*|-]/gu, '')));
}
