// The wall clock is set while a game runs.
import { afterEach, expect, test } from 'vitest';
import { hostRoom, joinRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { fixture } from './fixture.ts';

const wallClock = Date.now;
afterEach(() => {
  Date.now = wallClock;
});

test.each([
  ['back by 30 s', -30_000],
  ['forward by three hours', 3 * 3_600_000],
])('set %s, it cuts nobody off, mutes no line, and a question goes on to its reveal', async (_, step) => {
  let set = 0;
  Date.now = () => wallClock() + set;
  const here = await fixture();
  const game = await hostRoom(await connectClient(here.url), here.key, { quiz: 'quick' });
  const player = await joinRoom(here.url, game.pin, 'Ann');
  await game.move('start');
  await game.opened();
  set = step;
  expect((await player.answer('2', 0)).answer.value).toBe('2');
  for (let i = 0; i < 50; i++) await player.line.say('clock', {});
  const late = await joinRoom(here.url, game.pin, 'Bo');
  await game.until('reveal');
  expect((await player.standing())?.mark).toBe('right');
  expect(here.server.gateway.connections).toBe(3);
  for (const { line } of [game, player, late]) line.close();
  await here.close();
});
