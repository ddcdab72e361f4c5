// Seeded games under faults.
import { expect, test } from 'vitest';
import { type FaultRun, inDynamoDB, neverMet, onOneMachine } from './fault-runs.ts';

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

test('games under every sort of fault end with the right results on one machine', { timeout: 300_000 }, async () => {
  const runs: FaultRun[] = [];
  for (const seed of SEEDS) runs.push(await onOneMachine(seed));
  expect(neverMet('local', runs)).toEqual([]);
  // A cut connection loses some acknowledgements.
  expect(runs.map(({ acknowledged }) => acknowledged).filter((count) => count < 8 || count > 16)).toEqual([]);
});

test('games of seven questions, whose answers leave their seats under way, end so too, on both stores', {
  timeout: 300_000,
}, async () => {
  const runs = [await onOneMachine(1, 7), await inDynamoDB(1, 7)];
  expect(runs.map(({ acknowledged }) => acknowledged > 40)).toEqual([true, true]);
});

test('a seed decides the whole game: every frame and its instant', { timeout: 240_000 }, async () => {
  const [first, second] = [await onOneMachine(4), await onOneMachine(4)];
  expect(second).toEqual(first);
});

test('a game on DynamoDB that fails and lags ends with the right results, seed 11', { timeout: 300_000 }, async () => {
  expect(neverMet('dynamodb', [await inDynamoDB(11)])).toEqual([]);
});
