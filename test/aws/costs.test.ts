import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedDynamodb } from '../support/shared.ts';
import { gameRow, PAGE, reckon, written } from './costs.ts';
import { WITHOUT_JAVA } from './dynamodb-local.ts';
import { libraryRow, reckonLibrary } from './library-costs.ts';

if (WITHOUT_JAVA) test.skip(`what games and quizzes cost: ${WITHOUT_JAVA}`);
else {
  test('docs/aws.md has the current cost of a game of 30 (npm run costs)', { timeout: 180_000 }, async () => {
    const game = await reckon(await sharedDynamodb(), 30);
    expect(written(readFileSync(PAGE, 'utf8')).split('\n')).toContain(gameRow(game));
    // Syncs and clock samples stay below a quarter.
    expect(game.played.syncFrames).toBeLessThan(game.usage.message / 4);
  });

  test('docs/aws.md has the current cost of making and keeping quizzes, which keep to few calls', {
    timeout: 180_000,
  }, async () => {
    const costs = await reckonLibrary(await sharedDynamodb());
    expect(written(readFileSync(PAGE, 'utf8')).split('\n')).toEqual(expect.arrayContaining(costs.map(libraryRow)));
    const [typing, opening, listing] = costs.map(({ frames, calls }) => ({ frames, calls }));
    const save = ['GetItem', 'UpdateItem', 'UpdateItem'];
    expect(typing?.calls).toEqual(Array.from({ length: typing?.frames ?? 0 }, () => save).flat());
    expect(opening?.calls.filter((call) => call === 'Query')).toHaveLength(opening?.frames ?? 0);
    expect(listing?.calls.toSorted()).toEqual(['GetItem', 'Query']);
  });
}
