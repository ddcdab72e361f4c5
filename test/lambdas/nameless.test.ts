// V4: who is not among the first five is nobody else's business.
import { expect, test } from 'vitest';
import { handlerFixture } from './handler-fixture.ts';
import { openedRoom } from './opened-room.ts';

const NAMES = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Fay', 'Gus', 'Hal'];

test('no player hears a name or the points of anybody below the first five, but their own', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, ...NAMES);
  await game.open();
  const opened = here.now;
  for (const [i, name] of NAMES.entries()) {
    here.now = opened + 1000 * (i + 1);
    await game.answer(name, '2');
  }
  await game.sealed();
  const standings = await Promise.all(NAMES.map(game.standing));
  const { sent } = here;
  await game.move('podium');
  const points = standings.map((standing) => standing?.points);
  expect(standings.map((standing) => [standing?.rank, standing?.ahead])).toEqual(
    points.map((own, i) => {
      const above = points[i - 1];
      const by = (above ?? 0) - (own ?? 0);
      return [i + 1, above === undefined ? undefined : i <= 5 ? { by, name: NAMES[i - 1] } : { by }];
    }),
  );
  for (const [i, name] of NAMES.entries()) {
    const view = await here.ask('view', name, 'sync', { ...game.seats[name]!, version: 0, rev: 0 });
    const heard = [
      ...sent.filter(({ connection }) => connection === name).map(({ frame }) => frame),
      JSON.stringify(view),
    ].join();
    const named = NAMES.filter((other) => heard.includes(`"${other}"`));
    expect(named).toEqual(NAMES.filter((_, place) => place < 5 || place === i));
    // Points stand in the nameless table as steps only.
    const told = points.filter((one, place) => place >= 5 && place !== i && heard.includes(`:${one},`));
    expect(told).toEqual([]);
  }
});
