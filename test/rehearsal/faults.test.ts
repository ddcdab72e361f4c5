import { expect, test } from 'vitest';
import { asDeployed, neverMet } from '../faults/fault-runs.ts';
import { sharedAssembly } from '../support/shared.ts';

test('a game under faults ends correctly on the deployable stack, seed 21', { timeout: 300_000 }, async () => {
  const missing = neverMet('deployed', [await asDeployed(21, await sharedAssembly())]);
  // In real time a seed does not determine the cut frames.
  expect(missing.filter((name) => !name.startsWith('cut '))).toEqual([]);
});
