// Tests that Stryker runs, without sockets.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['test/game/**/*.test.ts', 'test/lambdas/**/*.test.ts'], testTimeout: 10_000 },
});
