import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedDynamodb } from '../support/shared.ts';
import { gameRow, PAGE, reckon, written } from './costs.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';

if (WITHOUT_JAVA) test.skip(`what a game costs: ${WITHOUT_JAVA}`);
else
  test('docs/aws.md has the current cost of a game of 30 (npm run costs)', { timeout: 180_000 }, async () => {
    const game = await reckon(await sharedDynamodb(), 30);
    expect(written(readFileSync(PAGE, 'utf8')).split('\n')).toContain(gameRow(game));
    // Syncs and clock samples stay below a quarter.
    expect(game.played.syncFrames).toBeLessThan(game.usage.message / 4);
  });
