import { expect, test } from 'vitest';
import { FRAME_BYTES } from '../../game/wire/server-frames.ts';
import { gatherResults } from '../../web/connection/gather-results.ts';
import { handlerFixture, KEY, quizOf } from './handler-fixture.ts';
import { openedRoom } from './opened-room.ts';

test('two hundred long answers of each player come in frames that fit, whole and in order', async () => {
  const questions = Array.from({ length: 200 }, (_, i) => ({ kind: 'typed', text: `Number ${i}?`, accepted: ['x'], reading: 1 }));
  const here = await handlerFixture({ quiz: quizOf(...questions) });
  const game = await openedRoom(here, 'Ann', 'Bo');
  const words = (name: string, i: number) => `${name}${i}`.padEnd(60, '問');
  for (let i = 0; i < 200; i++) {
    await game.open(i === 0 ? 'start' : 'question');
    for (const name of ['Ann', 'Bo']) await game.answer(name, words(name, i));
    await game.sealed();
  }
  let pages = 0;
  const { players } = await gatherResults(async (cursor) => {
    pages++;
    const page = await here.ask('results', 'host', 'results', { key: KEY, room: game.id, cursor });
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(FRAME_BYTES);
    return page;
  });
  const told = players.map(({ name, answers }) => [name, answers.map((answer) => answer.words)]);
  const due = ['Ann', 'Bo'].map((name) => [name, questions.map((_, i) => words(name, i))]);
  expect([told.toSorted(), pages > 4]).toEqual([due, true]);
});
