import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that counts its tests. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]).map((test) => test.result().state);
    const count = (...states: string[]) => tests.filter((state) => states.includes(state)).length;
    // A module that could not be loaded, and an error outside any test, are failures too.
    const broken = modules.filter((module) => module.state() === 'failed' && module.children.size === 0).length + errors.length;
    console.log(`${count('passed')} passed, ${count('failed') + broken} failed, ${count('skipped', 'pending')} skipped`);
  }
}
