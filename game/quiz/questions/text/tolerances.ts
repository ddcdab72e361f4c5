// RULES T1 to T5; T6 is in near.ts.

export const TOLERANCES = ['width', 'case', 'accents', 'punctuation', 'spaces', 'spelling'] as const;
export type Tolerance = (typeof TOLERANCES)[number];

/** What some languages write for a letter, or keyboards without it. */
const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', æ: 'ae', ø: 'oe', œ: 'oe' };
const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe' };

/** Latin, Greek and Cyrillic accents; the vowel points of Hebrew and Arabic. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g;

/**
 * A text as it is compared: two are the same if they have a reading in common.
 * @param language BCP 47: decides which letters differ (in Swedish å and a, in English not)
 */
export function readingsOf(text: string, tolerate: readonly Tolerance[], language: string): string[] {
  const does = (one: Tolerance) => tolerate.includes(one);
  // Its first part alone is always a valid locale.
  const locale = language.replace(/-.*/, '');
  // Invisible ones count for nothing.
  let read = text.normalize(does('width') ? 'NFKC' : 'NFC').replace(/\p{Cf}/gu, '');
  if (does('case')) read = read.toLocaleLowerCase(locale);
  if (does('punctuation')) read = withoutPunctuation(read);
  read = read.replace(/\s+/g, does('spaces') ? '' : ' ').trim() || text;
  if (!does('accents')) return [read];
  const readings = [plain, spelledOut].map((fold) => read.replace(/[^\0-~]/gu, (letter) => fold(letter, locale)));
  return [...new Set(readings)];
}

/** `C#`, `50 %` and `-1.5` keep what makes them. */
const withoutPunctuation = (text: string) =>
  text.replace(/(?![#%&@*/\\])\p{P}/gu, (sign, at: number) =>
    /[-−.,:]/.test(sign) && /^\p{Nd}/u.test(text.slice(at + 1)) && !/\p{L}$/u.test(text.slice(0, at)) ? sign : '',
  );

function plain(letter: string, locale: string): string {
  const base = PLAIN[letter.toLowerCase()] ?? letter.normalize('NFD').replace(MARKS, '').normalize('NFC');
  return isSame(letter, base, locale, ['sort']) ? sameCase(base, letter) : letter;
}

function spelledOut(letter: string, locale: string): string {
  const spelled = SPELLED[letter.toLowerCase()];
  return spelled && isSame(letter, spelled, locale, ['sort', 'search']) ? sameCase(spelled, letter) : plain(letter, locale);
}

const sameCase = (text: string, letter: string) =>
  letter === letter.toLowerCase() ? text : text.slice(0, 1).toUpperCase() + text.slice(1);

/** As Unicode's tables of the language sort it or search for it. */
const isSame = (a: string, b: string, locale: string, usages: readonly ('sort' | 'search')[]) =>
  usages.some((usage) => collator(locale, usage).compare(a, b) === 0);

const collators = new Map<string, Intl.Collator>();
function collator(locale: string, usage: 'sort' | 'search'): Intl.Collator {
  const found = collators.get(locale + usage) ?? new Intl.Collator(locale, { sensitivity: 'base', usage });
  collators.set(locale + usage, found);
  return found;
}
