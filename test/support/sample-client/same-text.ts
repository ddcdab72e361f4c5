// Whether two texts are the same (RULES T).
import { slips } from './slips.ts';

const PLAIN: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ħ: 'h', ß: 'ss', æ: 'ae', œ: 'oe' };
const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', å: 'aa', æ: 'ae', ø: 'oe', œ: 'oe' };
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g;
/** What is dropped is in the group. */
const PUNCTUATION = /(?<!\p{L})[-.,:](?=\p{Nd})|[#%&@*/\\]|(\p{P})/gu;

/** Whether `language` takes two letters for one. */
function alike(language: string, usage: 'sort' | 'search', one: string, other: string): boolean {
  return new Intl.Collator(language, { sensitivity: 'base', usage }).compare(one, other) === 0;
}

/** As large as `like`. */
const sized = (text: string, like: string) =>
  like === like.toLowerCase() ? text : text.slice(0, 1).toUpperCase() + text.slice(1);

function plain(letter: string, language: string): string {
  const base = PLAIN[letter.toLowerCase()] ?? letter.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return alike(language, 'sort', letter, base) ? sized(base, letter) : letter;
}

function spelledOut(letter: string, language: string): string {
  const out = SPELLED[letter.toLowerCase()];
  if (out === undefined) return plain(letter, language);
  const same = alike(language, 'sort', letter, out) || alike(language, 'search', letter, out);
  return same ? sized(out, letter) : plain(letter, language);
}

/** What is left of a text; more than one where accents may also be spelled out. */
function readings(text: string, tolerate: readonly string[], language: string): string[] {
  let left = text.normalize(tolerate.includes('width') ? 'NFKC' : 'NFC').replace(/\p{Cf}/gu, '');
  if (tolerate.includes('case')) left = left.toLocaleLowerCase(language);
  if (tolerate.includes('punctuation')) left = left.replace(PUNCTUATION, (sign, dropped?: string) => (dropped ? '' : sign));
  left = left.replace(/\s+/g, tolerate.includes('spaces') ? '' : ' ').trim() || text;
  if (!tolerate.includes('accents')) return [left];
  return [plain, spelledOut].map((fold) => left.replace(/[^\0-~]/gu, (letter) => fold(letter, language)));
}

function near(typed: string, right: string): boolean {
  const letters = Array.from(right).length;
  return slips(typed, right) <= (letters < 4 ? 0 : letters < 8 ? 1 : 2);
}

/** @param language a tag of which the first part counts */
export function sameText(typed: string, accepted: string, tolerate: readonly string[], language: string): boolean {
  const [spoken = ''] = language.split('-');
  const [given, right] = [readings(typed, tolerate, spoken), readings(accepted, tolerate, spoken)];
  return given.some((one) => right.some((other) => one === other || (tolerate.includes('spelling') && near(one, other))));
}
