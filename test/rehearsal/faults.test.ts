import { expect, test } from 'vitest';
import { asDeployed, neverMet } from '../faults/fault-runs.ts';
import { sharedAssembly } from '../support/shared.ts';

test('a game under faults comes out right on what would be deployed, seed 21', { timeout: 300_000 }, async () => {
  expect(neverMet('deployed', [await asDeployed(21, await sharedAssembly())])).toEqual([]);
});
