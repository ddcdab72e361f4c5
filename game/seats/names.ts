import unhomoglyph from 'unhomoglyph';
import { type Result, refusal } from '../refusals.ts';

const NAME_LENGTH = 20;

/** Drops invisible characters and stacked accents. */
export function cleanName(raw: string): Result<string> {
  const name = raw
    .normalize('NFC')
    .replace(/\p{White_Space}/gu, ' ')
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\u2800]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ +/g, ' ')
    .trim();
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return refusal('nameEmpty');
  return [...name].length > NAME_LENGTH ? refusal('nameLong') : name;
}

/** Equal for look-alike names (Unicode confusables; `I`, `l`, `1`). */
export function foldName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}\p{White_Space}]/gu, '')
    .toLowerCase();
  return unhomoglyph(plain).toLowerCase().replace(/[i1|]/g, 'l').normalize('NFC') || name;
}

export function* suggestions(name: string): Generator<string> {
  const stem = name.replace(/\d+$/, '') || name;
  for (let n = 2; n < 100; n++)
    yield `${[...stem]
      .slice(0, NAME_LENGTH - String(n).length)
      .join('')
      .trim()}${n}`;
}
