// Columns that say of each option whether it is right.
import { type Column, isFlagName } from './column-names.ts';

const YES =
  /^(?:true|t|1(?:\.0)?|x|y|yes|ja|oui|s[ií]|sim|да|wahr|vrai|verdadero|vero|richtig|correct|right|korrekt|✓|✔️?|✅|☑️?|100 ?%?)$/iu;

export const isYes = (cell: string): boolean => YES.test(cell.trim());

/**
 * `Answer 1`, `Correct`, `Answer 2`, `Correct` …
 * Explanations between them belong to single answers.
 * @returns undefined: they do not take turns
 */
export function withFlags(columns: readonly Column[]): Column[] | undefined {
  const options = columns.filter(({ role }) => role === 'option').length;
  const isFlag = ({ name, role }: Column, i: number) =>
    role !== 'option' && isFlagName(name) && columns.slice(0, i).some((before) => before.role === 'option');
  if (options < 2 || columns.filter(isFlag).length !== options) return undefined;
  const isRepeated = columns.filter(({ role }) => role === 'explanation').length > 1;
  return columns.map((column, i) => {
    if (isFlag(column, i)) return { ...column, role: 'flag' };
    return isRepeated && column.role === 'explanation' ? { ...column, role: 'other' } : column;
  });
}
