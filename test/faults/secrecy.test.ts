// Every frame of whole games, in every role: no right answer before its question is sealed, and nobody else's secret ever.
import { hash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RoomView } from '../../game/views.ts';
import { dial, type Line } from '../line.ts';
import { type Fixture, fixture } from '../local/fixture.ts';
import { hosting, playing } from '../players.ts';

let here: Fixture;
beforeAll(async () => {
  here = await fixture();
});
afterAll(() => here.close());

/** Notes what a line receives, and when. */
function overheard(line: Line) {
  const frames: { at: number; text: string }[] = [];
  line.received.push = (...texts: string[]) => {
    frames.push(...texts.map((text) => ({ at: Date.now(), text })));
    return Array.prototype.push.apply(line.received, texts);
  };
  return frames;
}

/** What only the reveal may say; explanations are found nowhere else. */
const KEY = /explained-|"right":|"distribution":|"explanation":/;

test('whole games leak neither a key before its seal nor anybody’s secret, to nobody', { timeout: 60_000 }, async () => {
  const { url, key } = here;
  const lines = {
    host: await dial(url),
    second: await dial(url),
    ann: await dial(url),
    bo: await dial(url),
    late: await dial(url),
    stranger: await dial(url),
  };
  const heard = Object.fromEntries(Object.entries(lines).map(([who, line]) => [who, overheard(line)])) as Record<
    keyof typeof lines,
    ReturnType<typeof overheard>
  >;

  let game = await hosting(lines.host, key, { quiz: 'quick' });
  await lines.host.say('shelf', { key });
  const players = { ann: await playing(url, game.pin, 'Ann', lines.ann), bo: await playing(url, game.pin, 'Bo', lines.bo) };
  let late: Awaited<ReturnType<typeof playing>> | undefined;
  const seals: { question: number; sealsAt: number }[] = [];
  const rooms: RoomView[] = [];
  for (const question of [0, 1, 2]) {
    await game.move(question === 0 ? 'start' : 'question');
    // The host's second page takes over in the middle of a question.
    if (question === 1) game = await hosting(lines.second, key, { id: game.id });
    await game.opened();
    late ??= await playing(url, game.pin, 'Late', lines.late);
    await players.ann.answer('1', question);
    await players.bo.answer('2', question);
    for (const player of [players.ann, players.bo, late]) await player.sync();
    await game.look({ names: 10 });
    await lines.second.say('results', { key, room: game.id });
    const { seat, secret } = players.ann;
    await lines.ann.say('nudge', { seat, secret, version: 1 });
    await lines.stranger.say('sync', { seat, secret: 's'.repeat(22) });
    await lines.stranger.say('look', { key: 'k'.repeat(22), room: game.id });
    await late.answer('3', question);
    await game.until('reveal');
    seals.push({ question, sealsAt: game.room.turn!.sealsAt });
    rooms.push(game.room);
    for (const player of [players.ann, players.bo, late]) await player.sync();
    if (question < 2) await game.move('standings');
  }
  await game.move('podium');
  await game.look({ names: 10 });

  // The keys were shown in the end, or this test could not fail.
  expect(rooms.map((room) => room.reveal?.explanation)).toEqual(['explained-one', 'explained-two', 'explained-three']);
  expect(heard.ann.filter(({ text }) => KEY.test(text)).length).toBeGreaterThan(3);

  for (const frames of Object.values(heard)) {
    const early = frames.filter(({ at, text }) =>
      ['explained-one', 'explained-two', 'explained-three'].some((words, i) => text.includes(words) && at < seals[i]!.sealsAt),
    );
    expect(early).toEqual([]);
    // A frame about an open question has no key of any question: neither a field nor a word of it.
    const open = frames.filter(({ text }) => /"phase":"question"/.test(text) && KEY.test(text));
    expect(open).toEqual([]);
  }
  const results = heard.second.filter(({ text }) => text.includes('"type":"results"') && text.includes('"line":"question"'));
  const tooEarly = results.filter(({ at, text }) =>
    (JSON.parse(text) as { lines: { turn: number }[] }).lines.some(({ turn }) => turn !== undefined && at < seals[turn]!.sealsAt),
  );
  expect(tooEarly).toEqual([]);

  const sha = (text: string) => hash('sha256', text, 'base64url');
  const seats = { ann: players.ann, bo: players.bo, late: late! };
  const connections = Object.values(lines).map(() => /"connection(Id)?":/);
  for (const [who, frames] of Object.entries(heard)) {
    const all = frames.map(({ text }) => text).join('\n');
    const secrets = Object.values(seats).flatMap(({ secret }) => [secret, sha(secret)]);
    expect([...secrets, key, sha(key)].filter((secret) => all.includes(secret))).toEqual([]);
    // Players see no other player's seat; hosts see whom they may remove.
    if (!['host', 'second'].includes(who)) {
      const others = Object.entries(seats)
        .filter(([name]) => name !== who)
        .map(([, { seat }]) => seat.split('.')[2]!);
      expect(others.filter((seat) => all.includes(seat))).toEqual([]);
    }
    expect(connections.some((naming) => naming.test(all))).toBe(false);
  }
  for (const line of Object.values(lines)) line.close();
});
