// One-token mutants: operators, numbers, flags.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutant.ts';

const SWAPS: Record<string, string> = {
  '===': '!==',
  '!==': '===',
  '<=': '<',
  '>=': '>',
  '<': '<=',
  '>': '>=',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '++': '--',
  '+=': '-=',
  true: 'false',
  false: 'true',
};

/** Spaces around operators exclude type arguments. */
const TOKEN = / (===|!==|<=|>=|<|>|&&|\|\||\+|-|\*|\+=) |(\+\+)|\b(true|false)\b|(?<![\w.'`#$-])(\d[\d_]*)(?![\w'`.])/g;

/** Comments, imports, types. */
const SKIPPED = /^\s*(\/\/|\/\*|\*|import |export type |type |interface )/;

const indentOf = (line: string) => line.length - line.trimStart().length;

export function mutantsOf(root: string, file: string): Mutant[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((text, i) => {
    if (SKIPPED.test(text)) return [];
    // Strings and comments stay unchanged.
    const code = text.replace(/'(?:[^'\\]|\\.)*'|\/\/.*$/g, (quoted) => '\u0000'.repeat(quoted.length));
    return [...code.matchAll(TOKEN)].flatMap((match) => {
      const from = match.slice(1).find((group) => group !== undefined) ?? '';
      const to = SWAPS[from] ?? String(Number(from.replaceAll('_', '')) + 1);
      const at = match.index + match[0].indexOf(from) - indentOf(text);
      return [{ file, line: i + 1, code: text.trim(), at, from, to }];
    });
  });
}

export function mutated(root: string, { file, line, at, from, to }: Mutant): string {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const text = lines[line - 1] ?? '';
  const column = indentOf(text) + at;
  lines[line - 1] = text.slice(0, column) + to + text.slice(column + from.length);
  return lines.join('\n');
}
