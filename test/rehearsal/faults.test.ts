import { describe, test } from 'vitest';
import { asDeployed } from '../faults/fault-runs.ts';
import { assembled } from './assembly.ts';

const assembly = assembled();

describe.concurrent('an evening of bad weather comes out right', { timeout: 180_000 }, () => {
  test.each([21])('on what would be deployed, seed %i', async (seed) => void (await asDeployed(seed, assembly())));
});
