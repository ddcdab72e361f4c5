// English only.
import { englishDataset, englishRecommendedTransformers, type MatchPayload, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

/** Given names, as people write them. */
const NAMES: ReadonlySet<string> = new Set(['Dick', 'Bích', 'Fu', 'Anal']);
/** Told from names even within a word, if spelt in full. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(['fuck', 'nigger', 'bitch', 'whore']);
/** What makes other forms of the same word. */
const BEFORE = /(?<!\p{L})(?:mother|mutha|bull|horse|dumb|jack|big|my)?$/iu;
const AFTER = /^(?:e?s|e?rs?|ed|in|ing|y|ty|ter|ting|got|head|face|hole|bag|wit|s?ucker)?s?(?!\p{L})/iu;

/** No name begins with so many letters of one. */
const LONG_STEM = 6;

/** Spelt out: `f u c k`, `f.u.c.k`. */
const SPELT = /^\S(?:[\s.,_*|-]+\S)+$/u;

function isMeant(text: string, match: MatchPayload): boolean {
  const [from, to] = [match.startIndex, match.endIndex + 1];
  const word = text.slice(from, to);
  if (NAMES.has(word) || !/[a-z0-9]/i.test(word)) return false;
  const { phraseMetadata } = englishDataset.getPayloadWithPhraseMetadata(match);
  const full = phraseMetadata?.originalWord ?? '';
  if (UNMISTAKABLE.has(full) && word.length >= full.length) return true;
  if (!BEFORE.test(text.slice(0, from))) return false;
  return word.length >= LONG_STEM || AFTER.test(text.slice(to));
}

/** Whole words count, lest names of people that contain one be taken for it. */
export function isUnwanted(name: string): boolean {
  // Leetspeak stands between letters; `Player 455` is harmless.
  const words = name.replace(/(?<!\p{L})\d+(?!\p{L})|!+(?!\p{L})/gu, ' ');
  const texts = SPELT.test(words) ? [words, words.replace(/[\s.,_*|-]/gu, '')] : [words];
  return texts.some((text) => matcher.getAllMatches(text).some((match) => isMeant(text, match)));
}
