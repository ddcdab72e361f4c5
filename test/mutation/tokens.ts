// One-token mutants, drawn at random: a comparison, a sign, a number, a flag.
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

/** Operators with spaces around them, so that no type argument is meant; flags; numbers. */
const TOKEN = / (===|!==|<=|>=|<|>|&&|\|\||\+|-|\*|\+=) |(\+\+)|\b(true|false)\b|(?<![\w.'`#$-])(\d[\d_]*)(?![\w'`.])/g;

/** No code that runs: comments, imports, types. */
const SKIPPED = /^\s*(\/\/|\/\*|\*|import |export type |type |interface )/;

const indentOf = (line: string) => line.length - line.trimStart().length;

/** Every one-token mutant of a file. */
export function mutantsOf(root: string, file: string): Mutant[] {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  return lines.flatMap((text, i) => {
    if (SKIPPED.test(text)) return [];
    // Texts stay as they are.
    const code = text.replace(/'(?:[^'\\]|\\.)*'|\/\/.*$/g, (quoted) => '\u0000'.repeat(quoted.length));
    return [...code.matchAll(TOKEN)].flatMap((match) => {
      const from = match.slice(1).find((group) => group !== undefined) ?? '';
      const to = SWAPS[from] ?? String(Number(from.replaceAll('_', '')) + 1);
      const at = match.index + match[0].indexOf(from) - indentOf(text);
      return [{ file, line: i + 1, code: text.trim(), at, from, to }];
    });
  });
}

/** The file's text with the mutant in it. */
export function mutated(root: string, { file, line, at, from, to }: Mutant): string {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const text = lines[line - 1] ?? '';
  const column = indentOf(text) + at;
  lines[line - 1] = text.slice(0, column) + to + text.slice(column + from.length);
  return lines.join('\n');
}
