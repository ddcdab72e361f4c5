import { describe, test } from 'vitest';
import { asDeployed } from '../faults/fault-runs.ts';
import { sharedAssembly } from '../support/shared.ts';

describe.concurrent('an evening of bad weather comes out right', { timeout: 180_000 }, () => {
  test.each([21])('on what would be deployed, seed %i', async (seed) => void (await asDeployed(seed, await sharedAssembly())));
});
