import { defineConfig } from 'vitest/config';

// One project per sort of test, so that `vitest run --project rules` is quick.
const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    reporters: ['default', './test/support/count-reporter.ts'],
    globalSetup: ['./test/support/shared.setup.ts'],
    // Against what hangs; a busy machine must not meet them.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 120_000 } },
    // A worker imports what its files share once.
    isolate: false,
    // Most of these wait more than they work: four at once, however few cores there are.
    maxWorkers: 4,
    projects: [
      project('boundaries', ['test/boundaries.test.ts']),
      project('rules', ['test/game/**/*.test.ts', 'test/quizzes/**/*.test.ts', 'test/web/**/*.test.ts?(x)']),
      project('hosts', [
        'test/lambdas/**/*.test.ts',
        'test/local/**/*.test.ts',
        'test/protocol/**/*.test.ts',
        'test/faults/**/*.test.ts',
        'test/fuzz/**/*.test.ts',
      ]),
      project(
        'cloud',
        ['test/aws/**/*.test.ts', 'test/rehearsal/**/*.test.ts', 'test/bench/**/*.test.ts'],
        // Rehearsed games are many processes each.
        { maxConcurrency: 3 },
      ),
      // CloudFormation's own check takes ten seconds a worker: the assembly that all share has it.
      project('stack', ['test/infra/**/*.test.ts'], { env: { CDK_VALIDATION: 'false' } }),
      project('browser', ['test/browser/**/*.test.ts', 'test/package/**/*.test.ts']),
    ],
  },
});
