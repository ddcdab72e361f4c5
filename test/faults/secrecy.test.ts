// No frame leaks a solution or a secret.
import { hash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView } from '../../game/wire/views.ts';
import { QUICK } from '../local/fixture.ts';
import { hostRoom, joinRoom } from '../support/clients.ts';
import type { ProtocolClient } from '../support/protocol-client.ts';
import { inVirtualTime } from '../support/virtual-time.ts';
import { startFaultlessServer } from './faultless-server.ts';

function received(line: ProtocolClient) {
  const frames: { at: number; text: string }[] = [];
  line.received.push = (...texts: string[]) => {
    frames.push(...texts.map((text) => ({ at: Date.now(), text })));
    return Array.prototype.push.apply(line.received, texts);
  };
  return frames;
}

/** Only reveals have these. */
const KEY = /explained-|"outcome":|"solution":|"summary":|"explanation":/;

/** Paths of all fields; `[]` is a list item. */
function fields(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).map(([name, part]) => [Array.isArray(value) ? '[]' : name, part] as const);
  return below.flatMap(([name, part]) => fields(part, path ? `${path}.${name}` : name));
}

/** All fields sent while a question is open. */
const WHILE_ASKED = Object.entries({
  '': 'id lookIn missed re syncIn t1 t2 type v',
  'room.': 'firstTurn kinds.[] language locked number of phase pin players speed title version',
  'room.asked.': 'kind points text',
  'room.asked.prompt.': 'options.[] several',
  'room.turn.': 'announcedAt closesAt number opensAt points sealsAt seconds showsAt',
  'stage.': 'answered connected games players waiting',
  'stage.tallied.': 'answered at turn waiting',
  'standing.': 'ahead.by ahead.name gained mark of points rank streak turn version',
  'you.': 'address from name rev',
  'you.answer.': 'at turn value',
}).flatMap(([part, names]) => names.split(' ').map((name) => part + name));

test('in whole games nobody receives a solution before the seal, or anybody’s secret', { timeout: 240_000 }, () =>
  inVirtualTime(play),
);

async function play() {
  const server = await startFaultlessServer(QUICK.quiz);
  const { key, connect } = server;
  const lines = {
    host: await connect(),
    second: await connect(),
    ann: await connect(),
    bo: await connect(),
    late: await connect(),
    stranger: await connect(),
  };
  const heard = Object.fromEntries(Object.entries(lines).map(([who, line]) => [who, received(line)])) as Record<
    keyof typeof lines,
    ReturnType<typeof received>
  >;

  let game = await hostRoom(lines.host, key, { quiz: 'quiz' });
  await lines.host.say('shelf', { key });
  const players = { ann: await joinRoom('', game.pin, 'Ann', lines.ann), bo: await joinRoom('', game.pin, 'Bo', lines.bo) };
  let late: Awaited<ReturnType<typeof joinRoom>> | undefined;
  const seals: { question: number; sealsAt: number }[] = [];
  const rooms: RoomView[] = [];
  for (const question of [0, 1, 2]) {
    await game.move(question === 0 ? 'start' : 'question');
    // Another page takes over.
    if (question === 1) game = await hostRoom(lines.second, key, { id: game.id });
    await game.opened();
    late ??= await joinRoom('', game.pin, 'Late', lines.late);
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
  await lines.second.say('results', { key, room: game.id });

  // The solutions were shown in the end.
  expect(rooms.map((room) => room.asked?.outcome?.explanation)).toEqual(['explained-one', 'explained-two', 'explained-three']);
  expect(heard.ann.filter(({ text }) => KEY.test(text)).length).toBeGreaterThan(3);

  for (const frames of Object.values(heard)) {
    const early = frames.filter(({ at, text }) =>
      ['explained-one', 'explained-two', 'explained-three'].some((words, i) => text.includes(words) && at < seals[i]!.sealsAt),
    );
    expect(early).toEqual([]);
    const open = frames.filter(({ text }) => /"phase":"question"/.test(text) && KEY.test(text));
    expect(open).toEqual([]);
  }
  const everything = Object.values(heard).flatMap((frames) =>
    frames.map(({ at, text }) => ({ at, frame: JSON.parse(text) as Frame })),
  );
  const asked = everything.filter(({ frame }) => 'room' in frame && frame.room?.phase === 'question');
  expect([...new Set(asked.flatMap(({ frame }) => fields(frame)))].sort()).toEqual(WHILE_ASKED.sort());
  const turnsTold = everything.flatMap(({ at, frame }) => [
    ...('standing' in frame && frame.standing ? [{ at, turn: frame.standing.turn }] : []),
    ...(frame.type === 'results' ? frame.lines : []).flatMap((line) =>
      (line.line === 'question' ? [line] : line.answers).map(({ turn }) => ({ at, turn })),
    ),
  ]);
  expect(new Set(turnsTold.map(({ turn }) => turn))).toEqual(new Set([0, 1, 2]));
  expect(turnsTold.filter(({ at, turn }) => at < seals[turn]!.sealsAt)).toEqual([]);

  const sha = (text: string) => hash('sha256', text, 'base64url');
  const seats = { ann: players.ann, bo: players.bo, late: late! };
  for (const [who, frames] of Object.entries(heard)) {
    const all = frames.map(({ text }) => text).join('\n');
    const secrets = Object.values(seats).flatMap(({ secret }) => [secret, sha(secret)]);
    expect([...secrets, key, sha(key)].filter((secret) => all.includes(secret))).toEqual([]);
    if (!['host', 'second'].includes(who)) {
      const others = Object.entries(seats)
        .filter(([name]) => name !== who)
        .map(([, { seat }]) => seat.split('.')[2]!);
      expect(others.filter((seat) => all.includes(seat))).toEqual([]);
    }
    // Connection ids of the gateway.
    expect(all).not.toMatch(/"connection(Id)?":|[\w-]{15}=/);
  }
  for (const line of Object.values(lines)) line.close();
  await server.close();
}
