import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PAGE, reckonAll, section, written } from './costs.ts';
import { dynamodbLocal, WITHOUT_JAVA } from './dynamodb-local.ts';

if (WITHOUT_JAVA) test.skip(`what a game costs: ${WITHOUT_JAVA}`);
else
  test('the page on AWS says what a game costs (npm run costs writes it)', { timeout: 180_000 }, async () => {
    const engine = await dynamodbLocal();
    const games = await reckonAll(engine);
    await engine.close();
    expect(written(readFileSync(PAGE, 'utf8'))).toBe(section(games));
    for (const { players, played, usage } of games) {
      // What keeps pages in step is less than a quarter of what they say.
      expect([players, played.keeping < usage.message / 4]).toEqual([players, true]);
    }
  });
