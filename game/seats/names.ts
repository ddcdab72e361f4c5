import unhomoglyph from 'unhomoglyph';
import { type Result, refusal } from '../refusals.ts';

/** In graphemes: what people call characters. */
const NAME_LENGTH = 20;

const graphemes = new Intl.Segmenter('und');
const charactersOf = (name: string): string[] => Array.from(graphemes.segment(name), ({ segment }) => segment);

/** Invisible, but part of what is seen: within emoji, after an Indic virama, between Arabic letters. */
const KEPT_JOINERS = [
  // Stryker disable next-line Regex: of sequences there is no complement.
  /\p{RGI_Emoji}/v,
  /(?<=[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA])[\u200C\u200D]/v,
  /(?<=\p{Script=Arabic})\u200C(?=\p{Script=Arabic})/v,
];
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/v;
const KEPT_OR_INVISIBLE = new RegExp(`(${KEPT_JOINERS.map(({ source }) => source).join('|')})|${INVISIBLE.source}`, 'gv');

/** Two accents, as in Vietnamese; in scripts of their own up to six marks, as in Tibetan, and none twice in a row. */
const withoutStacks = (name: string) =>
  name
    .replace(/(\p{M})\1+/gu, '$1')
    .replace(/((?:(?=\p{M})\p{Script=Inherited}){2})(?:(?=\p{M})\p{Script=Inherited})+/gu, '$1')
    .replace(/(\p{M}{6})\p{M}+/gu, '$1');

/** Drops invisible characters and stacked accents. */
export function cleanName(raw: string): Result<string> {
  const spaced = raw.normalize('NFC').replace(/\p{White_Space}/gu, ' ');
  const visible = spaced.replace(KEPT_OR_INVISIBLE, (_, kept?: string) => kept ?? '');
  const name = withoutStacks(visible).replace(/ +/g, ' ').trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return refusal('nameEmpty');
  return charactersOf(name).length > NAME_LENGTH ? refusal('nameLong') : name;
}

/** Scripts in which a mark is an accent; elsewhere it is a letter's part. */
const ACCENTED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\P{L}]/u;

/** Equal for look-alike names (Unicode confusables; `I`, `l`, `1`). */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(\P{M})\p{M}+/gu, (all, base: string) => (ACCENTED.test(base) ? base : all))
    .toLowerCase();
  return unhomoglyph(plain).toLowerCase().replace(/[i1|]/g, 'l').normalize('NFC') || name;
}

/** `Ann2` for `Ann` and `Ann7`, never longer than a name may be. */
export function numbered(name: string, n: number): string {
  const stem = charactersOf(name.replace(/\d+$/, '') || name);
  return `${stem
    .slice(0, NAME_LENGTH - String(n).length)
    .join('')
    .trim()}${n}`;
}
