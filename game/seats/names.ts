// A player's name: what it may be, when two are the same, and what to offer instead.
import unhomoglyph from 'unhomoglyph';
import type { Refusal } from '../refusals.ts';

export const NAME_LENGTH = 20;

/** A name as it will be shown: normalised, without invisible characters or towers of accents, single spaces; or why not. */
export function cleanName(raw: string): string | Refusal {
  const name = raw
    .normalize('NFC')
    .replace(/[\p{White_Space}]+/gu, ' ')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return { refused: 'nameEmpty' };
  return [...name].length > NAME_LENGTH ? { refused: 'nameLong' } : name;
}

/**
 * Two names that fold alike look alike to a host: letter case, accents, width and spaces do not tell people apart, nor do letters of
 * other scripts that look the same (Unicode's confusables), nor `I`, `l` and `1`.
 */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{White_Space}]/gu, '')
    .toLowerCase();
  return unhomoglyph(plain).toLowerCase().replace(/[i1|]/g, 'l').normalize('NFC') || name;
}

/** Names to offer instead of a taken one, nearest first: `Ann2`, `Ann3` … */
export function* suggestions(name: string): Generator<string> {
  const stem = name.replace(/\d+$/, '') || name;
  for (let n = 2; n < 100; n++)
    yield `${[...stem]
      .slice(0, NAME_LENGTH - String(n).length)
      .join('')
      .trim()}${n}`;
}
