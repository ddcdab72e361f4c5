// Mutants of the rules, by StrykerJS.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import type { Outcome } from './mutant.ts';

/** @param files globs */
export async function mutateRules(files: string[]): Promise<Outcome[]> {
  const results = await new Stryker({
    mutate: files,
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    plugins: ['@stryker-mutator/vitest-runner'],
    coverageAnalysis: 'perTest',
    // Stryker needs an API that TypeScript 7 lacks.
    tsconfigFile: 'no-such.json',
    tempDirName: '.cache/stryker',
    ignorePatterns: ['.cache', 'dist', 'cdk.out', 'screenshots', 'bench', 'docs'],
    reporters: ['progress'],
    concurrency: 2,
    allowEmpty: false,
    disableTypeChecks: true,
    cleanTempDir: 'always',
    thresholds: { high: 100, low: 0, break: null },
  }).runMutationTest();
  return results
    .filter(({ status }) => status !== 'Ignored' && status !== 'CompileError')
    .map(({ fileName, location, replacement = '', status }) => {
      const file = relative('.', fileName);
      const lines = readFileSync(fileName, 'utf8')
        .split('\n')
        .slice(location.start.line - 1, location.end.line);
      const last = lines.length - 1;
      const cut = lines.map((line, i) =>
        line.slice(i === 0 ? location.start.column - 1 : 0, i === last ? location.end.column - 1 : undefined),
      );
      const code = (lines[0] ?? '').trim();
      return {
        file,
        line: location.start.line,
        code,
        at: location.start.column - 1 - (lines[0] ?? '').indexOf(code),
        from: cut.join('\n'),
        to: replacement,
        noticed: status === 'Killed' || status === 'Timeout',
      };
    });
}
