// Seeded games under faults. A seed that once failed stays here by its number; `npm run faults` plays others.
import { describe, expect, test } from 'vitest';
import { inDynamoDB, onOneMachine } from './fault-runs.ts';

describe('a game under faults comes out right', { timeout: 60_000 }, () => {
  test.each(Array.from({ length: 20 }, (_, i) => i + 1))('on one machine, seed %i', async (seed) => {
    // Eight players answer two questions; a cut line may keep an acknowledgement from them.
    expect((await onOneMachine(seed)).acknowledged).toBeGreaterThan(8);
  });
});

test('a seed decides the whole game: every frame and its instant', async () => {
  const [first, second] = [await onOneMachine(4), await onOneMachine(4)];
  expect(second).toEqual(first);
});

test('a game with the store in DynamoDB, which fails and lags, comes out right, seed 11', { timeout: 300_000 }, async () => {
  expect((await inDynamoDB(11)).acknowledged).toBeGreaterThan(8);
});
