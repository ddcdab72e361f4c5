// What a handler makes of what it reads, to the last item and the last millisecond.

import { expect, test } from 'vitest';
import { FRAME_BYTES, type Frame } from '../../game/wire/server-frames.ts';
import { inProcessBroadcaster } from '../../lambdas/room/broadcast.ts';
import { frameText } from '../../lambdas/room/frame-text.ts';
import { playerName } from '../../lambdas/room/player-name.ts';
import { putSample } from '../support/samples.ts';
import { CAPITALS, type HandlerFixture, handlerFixture, KEY, quizOf, token } from './handler-fixture.ts';
import { openedRoom } from './opened-room.ts';

/** Reads that need not be fresh find nobody. */
function withStaleReads({ ports: { store } }: HandlerFixture): void {
  const { seats } = store;
  store.seats = async (room, shard, options) => (options.fresh ? seats(room, shard, options) : []);
}

test('an undo covers the joins of the last seconds to the millisecond, however stale other reads are', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Before');
  here.now += 1;
  const { pin } = game.room();
  await here.join('First', pin);
  here.now += 4000;
  await here.join('Last', pin);
  here.now += 1000;
  withStaleReads(here);
  await here.say('host', 'undo', { key: KEY, room: game.id, seconds: 5 });
  const left = await here.ports.store.seats(game.id, 0, { fresh: true });
  expect(left.map(({ name }) => name)).toEqual(['Before']);
});

test('standings derived after a lost copy leave out the open question, and read fresh', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  await game.open();
  await game.answer('Ann', '2');
  await game.sealed();
  here.now += 5000;
  await game.open('question');
  await game.answer('Bo', '1');
  here.ports.store.seatStanding = async () => 'lost';
  withStaleReads(here);
  const { standing } = await here.ask('view', 'Ann', 'sync', { ...game.seats.Ann!, version: 0, rev: 0 });
  expect(standing).toMatchObject({ turn: 0, mark: 'right', points: 1000, rank: 1, of: 2 });
});

test('a join that is repeated in a new room brings the room and the seat', async () => {
  const here = await handlerFixture();
  const { id, room } = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test' });
  await here.join('Ann', room!.pin);
  here.now += 1;
  const fields = { pin: room!.pin, name: 'Ann', seat: token('Ann'), secret: token('Ann-secret') };
  const again = await here.ask('view', 'Ann', 'join', fields);
  expect([again.room?.version, again.you?.name, id]).toEqual([room!.version, 'Ann', expect.any(String)]);
});

test('who returns during a reveal’s broadcast gets all of it, and the standing as soon as it is kept', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const asked = await game.move('start');
  here.now = asked.turn!.sealsAt + 500;
  const { broadcast } = here.ports.broadcaster;
  const views: Frame<'view'>[] = [];
  const sync = async () => views.push(await here.ask('view', 'Ann', 'sync', { ...game.seats.Ann!, version: 0, rev: 0 }));
  here.ports.broadcaster.broadcast = async (...told) => {
    await sync();
    return broadcast(...told);
  };
  const { room } = await game.look();
  await sync();
  expect(views.map((view) => [view.room, view.standing?.mark])).toEqual([
    [room, undefined],
    [room, 'none'],
  ]);
});

test('an answer that comes after the reveal is late in the next standing', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  await game.open();
  await game.answer('Bo', '2');
  await game.sealed();
  await game.answer('Ann', '2');
  await game.move('podium');
  const { standing } = await here.ask('view', 'Ann', 'sync', { ...game.seats.Ann!, version: 0, rev: 0 });
  expect(standing).toMatchObject({ mark: 'late', gained: 0, rank: 2 });
});

test('every request of a removed seat is refused with removed, every request to a closed room with closed', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  const codes = async (connection: string, name: string) => {
    const said = { ...game.seats[name]! };
    const rename = await here.say(connection, 'rename', { ...said, name: 'Cy' });
    const sync = await here.say(connection, 'sync', { ...said, version: 0, rev: 0 });
    return [rename, sync].map((frame) => ('code' in frame ? frame.code : frame.type));
  };
  await here.say('host', 'remove', { key: KEY, room: game.id, seat: game.seats.Ann!.seat });
  expect(await codes('Ann', 'Ann')).toEqual(['removed', 'removed']);
  await game.move('start');
  expect(await codes('Ann', 'Ann')).toEqual(['removed', 'removed']);
  expect(await codes('Bo', 'Bo')).toEqual(['nameLate', 'view']);
  await game.move('end');
  expect([await codes('Bo', 'Bo'), await codes('another', 'Bo')]).toEqual([
    ['nameLate', 'closed'],
    ['nameLate', 'closed'],
  ]);
});

test('the library counts the players of each open room, the removed ones left out', async () => {
  const here = await handlerFixture({ shards: 4 });
  const names = Array.from({ length: 12 }, (_, i) => `Player${i}`);
  const game = await openedRoom(here, ...names);
  await here.say('host', 'remove', { key: KEY, room: game.id, seat: game.seats.Player3!.seat });
  await openedRoom(here);
  const { rooms } = await here.ask('shelf', 'host', 'shelf', { key: KEY });
  expect(rooms.map(({ room, players }) => [room === game.id, players]).sort()).toEqual([
    [false, 0],
    [true, 11],
  ]);
});

test('S10 the host sees a poll’s answers come in, players only at its reveal; it is counted, and leaves points and streak alone', async () => {
  const quiz = quizOf(
    { kind: 'choice', text: 'One?', options: ['a', 'b'], right: 1, seconds: 20 },
    { kind: 'poll', text: 'Where to?', options: ['The sea', 'The hills'], points: 2000, seconds: 20 },
  );
  const here = await handlerFixture({ quiz });
  const game = await openedRoom(here, 'Ann', 'Bo', 'Cy');
  const sync = async (name: 'Ann' | 'Bo' | 'Cy') => here.ask('view', name, 'sync', { ...game.seats[name]!, version: 0, rev: 0 });
  await game.open();
  expect((await game.look()).stage?.live).toBeUndefined();
  for (const name of ['Ann', 'Bo', 'Cy']) await game.answer(name, '1');
  await game.sealed();
  const { standing: before } = await sync('Ann');
  await game.open('question');
  await game.answer('Ann', '2');
  await game.answer('Bo', '2');
  expect((await game.look()).stage?.live).toEqual({ kind: 'poll', summary: [0, 2] });
  expect((await sync('Ann')).room?.asked?.outcome).toBeUndefined();
  await game.sealed();
  const [ann, cy] = [await sync('Ann'), await sync('Cy')];
  expect(ann.room?.asked?.outcome).toEqual({ solution: { right: [] }, summary: [0, 2], answers: 2 });
  expect((await game.look()).stage?.live).toBeUndefined();
  const { points, streak } = before!;
  expect([ann.standing, cy.standing]).toMatchObject([
    { mark: 'counted', gained: 0, points, streak },
    { mark: 'none', gained: 0, streak },
  ]);
  const { lines } = await here.ask('results', 'host', 'results', { key: KEY, room: game.id });
  expect(lines.flatMap((line) => (line.line === 'question' ? [line.right] : [line.answers.at(-1)!.mark])).toSorted()).toEqual([
    '',
    'a',
    'counted',
    'counted',
    'none',
  ]);
});

test('a library of any size comes in frames that fit, each quiz once', async () => {
  const here = await handlerFixture();
  const ids = Array.from({ length: 200 }, (_, i) => `quiz${String(i).padStart(3, '0')}`);
  const title = '\u{1F98A}'.repeat(60);
  for (const id of ids) await putSample(here.ports.store, id, { ...CAPITALS, title });
  for (let i = 0; i < 30; i++) await openedRoom(here);
  const seen: string[] = [];
  const pages: number[] = [];
  let after: string | undefined;
  do {
    const page = await here.ask('shelf', 'host', 'shelf', { key: KEY, after });
    pages.push(page.rooms.length);
    seen.push(...page.quizzes.map(({ id }) => id));
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(FRAME_BYTES);
    after = page.next;
  } while (after);
  expect([seen.filter((id) => ids.includes(id)), new Set(seen).size]).toEqual([ids, seen.length]);
  // The rooms come with the first.
  expect([pages.length > 5, pages[0], new Set(pages.slice(1))]).toEqual([true, 30, new Set([0])]);
});

test('a frame that API Gateway would close on, or bill twice, never leaves', () => {
  const frame = (text: string): Frame => ({ type: 'refused', code: 'badFrame', text });
  const around = frameText(frame('')).length;
  expect(frameText(frame('é'.repeat((FRAME_BYTES - around) / 2))).length).toBeGreaterThan(10_000);
  expect(() => frameText(frame('é'.repeat((FRAME_BYTES - around) / 2 + 1)))).toThrow(
    /^A frame has 2400\d bytes, more than 24000/,
  );
});

test('undelivered posts are summed over the shards', async () => {
  const here = await handlerFixture({ shards: 4 });
  const names = Array.from({ length: 20 }, (_, i) => `Player${i}`);
  const game = await openedRoom(here, ...names);
  const undelivered = async () => ({ gone: [], undelivered: 2 });
  const sockets = { sendAll: undelivered, send: undelivered };
  const broadcaster = inProcessBroadcaster({ ...here.ports, sockets });
  const room = await here.ports.store.room(game.id);
  expect(await broadcaster.broadcast(room!, { kind: 'view', version: room!.version })).toEqual({ undelivered: 8 });
});

test('outside a question nobody is counted as answered or waited for; a reveal made by another call reports nobody as missed', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const counts = async () => {
    const { stage, missed } = await game.look();
    return [stage!.answered, stage!.waiting, missed];
  };
  expect(await counts()).toEqual([0, 0, 0]);
  const asked = await game.move('start');
  expect(await counts()).toEqual([0, 1, 0]);
  here.now = asked.turn!.sealsAt + 500;
  const { changeRoom } = here.ports.store;
  here.ports.store.changeRoom = async (...change) => {
    here.ports.store.changeRoom = changeRoom;
    await changeRoom(...change);
    return { refused: 'conflict' };
  };
  expect(await counts()).toEqual([0, 0, 0]);
  expect(game.room().phase).toBe('reveal');
});

test('the host’s page polls more rarely in larger rooms: 0.2 ms for each player in a question, within its limits', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  await game.move('start');
  here.ports.limits.lookIn = 250;
  const [seat] = await here.ports.store.seats(game.id, 0, { fresh: true });
  const lookIn = async (players: number) => {
    here.ports.store.seats = async () => Array.from({ length: players }, () => seat!);
    return (await game.look()).lookIn;
  };
  expect([await lookIn(1000), await lookIn(4000), await lookIn(6000)]).toEqual([250, 800, 1000]);
});

test('a frame that is not an object, or has an unknown action, is refused in words', async () => {
  const here = await handlerFixture();
  await openedRoom(here);
  const bodies = ['5', '"x"', 'true', 'null', '[]', '[{"action":"join"}]', 'x', '{"action":5}', '{"action":"toString"}', '{}'];
  const codes = await Promise.all(bodies.map((body) => here.sayRaw(body)));
  const wanted = ['badFrame', 'badFrame', 'badFrame', 'badFrame', 'badFrame', 'badFrame', 'badFrame'];
  expect(codes).toEqual([...wanted, 'unknownAction', 'unknownAction', 'unknownAction']);
});

test('a reveal counts and reaches everybody, however stale other reads are', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  await game.open();
  await game.answer('Ann', '2');
  await game.answer('Bo', '1');
  withStaleReads(here);
  here.sent.length = 0;
  const room = await game.sealed();
  expect([room.phase, room.asked?.outcome?.summary]).toEqual(['reveal', [1, 1]]);
  expect(here.sent.map(({ connection }) => connection)).toEqual(['host', 'Ann', 'Bo']);
});

test('the host’s page lists the newest names first', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here);
  for (const name of ['First', 'Second', 'Third', 'Fourth']) {
    here.now += 1000;
    await here.join(name, game.room().pin);
  }
  const { stage } = await here.ask('stage', 'host', 'look', { key: KEY, room: game.id, version: 0, names: 3 });
  expect(stage?.names.map(({ name }) => name)).toEqual(['Fourth', 'Third', 'Second']);
});

test('the reply to a move that counts the players is the whole view of the host’s page', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  const said = { key: KEY, room: game.id, names: 60 };
  const { stage } = await here.ask('stage', 'host', 'move', { ...said, version: 1, move: 'start' });
  expect(stage).toMatchObject({ players: 2, names: [{ name: 'Ann' }, { name: 'Bo' }] });
  expect(stage).toEqual((await here.ask('stage', 'host', 'look', said)).stage);
});

test('the number of players is written only when it changes how often pages sync', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const [seat] = await here.ports.store.seats(game.id, 0, { fresh: true });
  const written: number[] = [];
  const { countPlayers } = here.ports.store;
  here.ports.store.countPlayers = (id, players) => {
    written.push(players);
    return countPlayers(id, players);
  };
  for (const players of [1, 2, 4000, 4000, 3]) {
    here.ports.store.seats = async () => Array.from({ length: players }, () => seat!);
    await game.look();
  }
  expect(written).toEqual([4000, 3]);
});

test('a room has a shard for each thousand players that are expected', async () => {
  const here = await handlerFixture();
  const shards = async (expectedPlayers: number) => {
    here.ports.limits.expectedPlayers = expectedPlayers;
    const { id } = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test' });
    return (await here.ports.store.room(id))?.shards;
  };
  expect([await shards(1), await shards(1000), await shards(1001), await shards(50_000)]).toEqual([1, 1, 2, 50]);
});

test('a name that is held back becomes a guest with four digits', async () => {
  const guest = (...bytes: number[]) => playerName({ isUnwanted: () => true, random: () => Uint8Array.from(bytes) }, 'Ann');
  expect([guest(0, 0), guest(0, 255), guest(35, 39), guest(35, 40), guest(255, 255)]).toEqual(
    ['Guest 1000', 'Guest 1255', 'Guest 9999', 'Guest 1000', 'Guest 3535'].map((name) => ({ name, held: 'Ann' })),
  );
});
