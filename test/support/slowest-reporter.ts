// Lists the slowest test files: `npx vitest run --reporter=./test/support/slowest-reporter.ts`.
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

const LISTED = 20;

export default class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const rows = modules.map((file) => ({ file: relative('.', file.moduleId), ms: file.diagnostic().duration }));
    for (const { file, ms } of rows.toSorted((a, b) => b.ms - a.ms).slice(0, LISTED))
      console.log(`${(ms / 1000).toFixed(1).padStart(8)} s  ${file}`);
  }
}
