// The tests that Stryker runs for each mutant of the rules: all in this process, none over a socket.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/game/**/*.test.ts', 'test/lambdas/**/*.test.ts'], testTimeout: 10_000 },
});
