import { expect, test } from 'vitest';
import { utf8Bytes } from '../../game/utf8.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { FRAME_BYTES } from '../../game/wire/server-frames.ts';
import { broadcastToShard } from '../../lambdas/room/broadcast.ts';
import { gatherResults } from '../../web/connection/gather-results.ts';
import { type HandlerFixture, handlerFixture, KEY, token } from './handler-fixture.ts';
import { openedRoom } from './opened-room.ts';

/** Who was told something, the host's page left out. */
const toldPlayers = (here: HandlerFixture) =>
  here.sent
    .map(({ connection }) => connection)
    .filter((one) => one !== 'host')
    .toSorted();

test('a question and its reveal are told once, to each player in the same bytes and to the host first', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  const asked = await game.move('start');
  here.now = asked.turn!.opensAt + 5000;
  await game.answer('Ann', '2');
  await game.answer('Bo', '1');
  await game.sealed();
  const heard = here.framesTo('Ann').map((frame) => [frame.type, 'room' in frame && frame.room?.phase]);
  expect(heard).toEqual([
    ['view', 'question'],
    ['view', 'reveal'],
  ]);
  const texts = (name: string) => here.sent.filter(({ connection }) => connection === name).map(({ frame }) => frame);
  expect(texts('Ann')).toEqual(texts('Bo'));
  expect(here.sent.map(({ connection }) => connection)).toEqual(['host', 'Ann', 'Bo', 'host', 'Ann', 'Bo']);
  expect([(await game.standing('Ann'))?.points, (await game.standing('Bo'))?.points]).toEqual([750, 0]);
});

test('a room of several shards tells everybody once, whichever shard they sit in', async () => {
  const here = await handlerFixture({ shards: 4 });
  const names = Array.from({ length: 40 }, (_, i) => `Player${i}`);
  const game = await openedRoom(here, ...names);
  const shards = new Set(Object.values(game.seats).map(({ seat }) => seat.split('.')[1]));
  expect(shards.size).toBe(4);
  await game.move('start');
  expect(toldPlayers(here)).toEqual(names.toSorted());
});

test('results of several shards come page by page, one shard read for a page, and nobody twice though some come and go between', async () => {
  const here = await handlerFixture({ shards: 4 });
  const names = Array.from({ length: 900 }, (_, i) => `Player${i}`);
  const game = await openedRoom(here, ...names);
  await game.move('start');
  for (const name of names) await game.answer(name, '2');
  await game.sealed();
  const reads: number[] = [];
  const { seats } = here.ports.store;
  here.ports.store.seats = (room, shard, options) => {
    reads.push(shard);
    return seats(room, shard, options);
  };
  let pages = 0;
  const { players } = await gatherResults(async (cursor) => {
    const late = pages++ * 10;
    await here.join(`Late${late}`, game.room().pin);
    await here.ask('left', names[late]!, 'leave', game.seats[names[late]!]!);
    return here.ask('results', 'host', 'results', { key: KEY, room: game.id, cursor });
  });
  const found = players.map(({ name }) => name);
  const gone = names.filter((_, i) => i % 10 === 0 && i / 10 < pages);
  expect(pages).toBeGreaterThan(4);
  expect([...new Set(found)]).toEqual(found);
  expect(names.filter((name) => !gone.includes(name) && !found.includes(name))).toEqual([]);
  // Each shard once, and once more for each page that begins in its middle.
  expect(reads.length).toBeLessThanOrEqual(4 + pages - 1);
});

test('a shard that cannot be reached holds up no other; the next host sync after three seconds broadcasts again', async () => {
  const here = await handlerFixture({ shards: 4 });
  const names = Array.from({ length: 40 }, (_, i) => `Player${i}`);
  const game = await openedRoom(here, ...names);
  const shardOf = (name: string) => Number(game.seats[name]!.seat.split('.')[1]);
  const { sendAll } = here.ports.sockets;
  let failing = true;
  here.ports.sockets.sendAll = async (connections, frame) => {
    if (failing && connections.some((one) => shardOf(one) === 1)) throw new Error('shard 1 cannot be told');
    // Lambda freezes a function that threw: slower sends must be awaited.
    await new Promise(setImmediate);
    return sendAll(connections, frame);
  };
  const { version } = game.room();
  await expect(here.say('host', 'move', { key: KEY, room: game.id, version, move: 'start' })).rejects.toThrow(
    'shard 1 cannot be told',
  );
  const others = names.filter((name) => shardOf(name) !== 1);
  expect(toldPlayers(here)).toEqual(others.toSorted());
  failing = false;
  here.now += 3001;
  await game.look();
  expect(toldPlayers(here)).toEqual([...others, ...names].toSorted());
});

test('a connection that is gone is freed, and its seat keeps everything', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  here.gone.add('Bo');
  await game.move('start');
  const { stage } = await game.look();
  expect(stage).toMatchObject({ players: 2, connected: 1 });
  const back = await here.ask('view', 'Bo-again', 'sync', { ...game.seats.Bo! });
  expect(back.you).toMatchObject({ name: 'Bo' });
  expect(back.room).toEqual(game.room());
});

test('a broadcast cut off by a crash is repeated once, by the next host sync after three seconds', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const tell = here.ports.broadcaster.broadcast;
  here.ports.broadcaster.broadcast = async () => {
    throw new Error('the function is gone');
  };
  await expect(game.move('start')).rejects.toThrow('the function is gone');
  here.ports.broadcaster.broadcast = tell;
  await game.look();
  expect(here.framesTo('Ann')).toEqual([]);
  here.now += 3001;
  await game.look();
  await game.look();
  expect(here.framesTo('Ann').map((frame) => 'room' in frame && frame.room?.phase)).toEqual(['question']);
});

test('an answer received in time but stored after the reveal counts in the next one', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  const first = await game.move('start');
  const tapped = first.turn!.opensAt + 300;
  here.now = tapped;
  await game.answer('Bo', '2');
  await game.sealed();
  const revealed = here.now;
  here.now = tapped;
  await game.answer('Ann', '2');
  here.now = revealed;
  const before = await game.standing('Ann');
  await game.move('standings');
  await game.move('question');
  await game.sealed();
  expect([before?.points, (await game.standing('Ann'))?.points]).toEqual([0, 1000]);
});

test('standings whose copy was lost are derived anew, for somebody who comes back', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  await game.open();
  await game.answer('Ann', '2');
  await game.sealed();
  const before = await game.standing('Ann');
  await here.ports.store.saveStandings((await here.ports.store.room(game.id))!, 99, { own: new Map(), settled: new Map() });
  const back = await here.ask('view', 'Ann-again', 'sync', { ...game.seats.Ann! });
  expect([back.standing, before?.points]).toEqual([before, 1000]);
});

test('who returns during a reveal and loses its broadcast gets the standing with the next sync', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const sync = (version: number) => here.ask('view', 'Ann-again', 'sync', { ...game.seats.Ann!, version });
  const { saveStandings: saveResults } = here.ports.store;
  let early: Frame<'view'> | undefined;
  here.ports.store.saveStandings = async (room, turn, own) => {
    early ??= await sync(0);
    await saveResults(room, turn, own);
  };
  await game.open();
  await game.answer('Ann', '2');
  const revealed = await game.sealed();
  expect([early?.room?.phase, early?.standing]).toEqual(['reveal', undefined]);
  const back = await sync(0);
  expect([back.room, back.standing?.points]).toEqual([revealed, 1000]);
  early = undefined;
  const podium = await game.move('podium');
  const last = await sync(0);
  expect([last.room, last.standing?.version]).toEqual([podium, podium.version]);
});

test('after a crash between a reveal and its standings the repeated broadcast has them', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  await game.open();
  await game.answer('Ann', '2');
  const { saveStandings: saveResults } = here.ports.store;
  here.ports.store.saveStandings = async () => {
    throw new Error('the function is gone');
  };
  await expect(game.sealed()).rejects.toThrow('the function is gone');
  here.ports.store.saveStandings = saveResults;
  here.now += 3001;
  await game.look();
  expect(here.framesTo('Ann').map((frame) => 'room' in frame && frame.room?.phase)).toEqual(['question', 'reveal', 'reveal']);
  expect((await game.standing('Ann'))?.points).toBe(1000);
});

test('of two moves at once one moves the room, the other gets conflict', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const press = () => here.say('host', 'move', { key: KEY, room: game.id, version: 1, move: 'start' });
  const replies = await Promise.all([press(), press()]);
  expect(replies.map((frame) => (frame.type === 'refused' ? frame.code : frame.type)).sort()).toEqual(['conflict', 'stage']);
  expect(here.framesTo('Ann')).toHaveLength(1);
});

test('a reveal that many calls find due at once is made and broadcast once', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  const asked = await game.move('start');
  here.now = asked.turn!.sealsAt + 500;
  const nudge = (name: string) => here.say(name, 'nudge', { ...game.seats[name]!, version: asked.version });
  const replies = await Promise.all([nudge('Ann'), game.look(), nudge('Bo'), game.look()]);
  expect(replies.map((frame) => 'room' in frame && frame.room?.phase)).toEqual(['reveal', 'reveal', 'reveal', 'reveal']);
  expect(here.framesTo('Ann').map((frame) => 'room' in frame && frame.room?.phase)).toEqual(['question', 'reveal']);
});

test('a nudge before the reveal is due changes nothing', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const asked = await game.move('start');
  here.now = asked.turn!.sealsAt + 499;
  const reply = await here.say('Ann', 'nudge', { ...game.seats.Ann!, version: asked.version });
  expect(reply).toMatchObject({ type: 'view', syncIn: 20_000 });
  expect('room' in reply).toBe(false);
});

function tallying(here: HandlerFixture, game: Awaited<ReturnType<typeof openedRoom>>) {
  let tallied: object | undefined;
  return async (after: number) => {
    here.now += after;
    const more = tallied && { tallied: tallied as never };
    const frame = await here.ask('stage', 'host', 'look', { key: KEY, room: game.id, ...more });
    tallied = frame.stage!.tallied;
    return here.framesTo('Ann').flatMap((heard) => (heard.type === 'tally' ? [[heard.answered, heard.waiting]] : []));
  };
}

test('C4 a question waits ten seconds for a player who dropped out', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo');
  await game.open();
  await game.move('moreTime');
  await game.answer('Ann', '1');
  await here.ports.store.disconnectAll('Bo', here.now);
  here.now += 9999;
  const waiting = game.room().turn?.closesAt;
  await game.look();
  expect(game.room().turn?.closesAt).toBe(waiting);
  here.now += 1;
  await game.look();
  expect(game.room().turn?.closesAt).toBe(here.now);
});

test('V3 the tally is sent when it has changed, not in the first second, and at most once a second', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann', 'Bo', 'Cy');
  here.now = (await game.move('start')).turn!.opensAt + 500;
  const look = tallying(here, game);
  await look(0);
  await game.answer('Ann', '1');
  expect(await look(499)).toEqual([]);
  expect(await look(1)).toEqual([[1, 2]]);
  await game.answer('Bo', '1');
  await look(999);
  expect(await look(1)).toEqual([
    [1, 2],
    [2, 1],
  ]);
  await look(1000);
  await game.answer('Cy', '1');
  // The last tally comes 1.5 s before the reveal.
  expect((await look(10)).at(-1)).toEqual([3, 0]);
  expect(here.framesTo('Ann').at(-1)!.type).toBe('tally');
});

test('in a large room the tally reaches 200 phones a second: 500 hear of it every two and a half seconds, from the opening on', async () => {
  const here = await handlerFixture();
  const others = Array.from({ length: 499 }, (_, i) => `P${i}`);
  const game = await openedRoom(here, 'Ann', ...others);
  here.now = (await game.move('start')).turn!.opensAt + 1000;
  const look = tallying(here, game);
  await game.answer('Ann', '1');
  const heard: number[] = [];
  for (let second = 1; second <= 8; second += 0.5) {
    await game.answer(others[second * 2]!, '1');
    const told = (await look(second === 1 ? 0 : 500)).length;
    if (told > heard.length) heard.push(second);
  }
  expect(heard).toEqual([2.5, 5, 7.5]);
});

test('a repeated open returns the room of the first', async () => {
  const here = await handlerFixture();
  const once = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test', id: 'same' });
  const twice = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test', id: 'same' });
  expect(twice.room).toEqual(once.room);
  const { rooms } = await here.ask('shelf', 'host', 'shelf', { key: KEY });
  expect(rooms.map(({ room }) => room)).toEqual([once.id]);
});

test('a room never gets a taken PIN', async () => {
  const here = await handlerFixture();
  const bytes = [Uint8Array.of(0, 0, 0, 1), Uint8Array.of(0, 0, 0, 1), Uint8Array.of(0, 0, 0, 2)];
  here.ports.random = () => bytes.shift()!;
  const first = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test' });
  const second = await here.ask('stage', 'host', 'open', { key: KEY, quiz: 'test' });
  expect([first.room!.pin, second.room!.pin]).toEqual(['100001', '100002']);
});

test('undone joins are told to their players, who may join again', async () => {
  const here = await handlerFixture({ shards: 2 });
  const game = await openedRoom(here, 'Ann');
  here.now += 30_000;
  const { pin } = game.room();
  const bots = Array.from({ length: 120 }, (_, i) => `Bot${i}`);
  for (const bot of bots) await here.join(bot, pin);
  await here.ask('stage', 'host', 'undo', { key: KEY, room: game.id, seconds: 20 });
  const told = (name: string) => here.framesTo(name).map((frame) => (frame.type === 'refused' ? frame.code : frame.type));
  expect([told('Ann'), ...bots.map(told)]).toEqual([[], ...bots.map(() => ['noSeat'])]);
  expect((await game.look()).stage!.players).toBe(1);
  expect((await here.join('Bot7', pin)).seat).toContain(game.id);
});

test('N9 an unwanted name becomes a neutral one and is told to the host, on joining and on renaming', async () => {
  const here = await handlerFixture();
  here.ports.isUnwanted = (name) => name.startsWith('Bad');
  const game = await openedRoom(here);
  const join = (name: string) =>
    here.ask('view', name, 'join', { pin: game.room().pin, name, seat: token(name), secret: token(`${name}-secret`) });
  const held = async () => (await game.look()).stage!.held;
  expect(await held()).toBeUndefined();
  const { you } = await join('Badword');
  expect(you!.name).toMatch(/^Guest \d{4}$/);
  const first = { seat: you!.address, name: you!.name, typed: 'Badword' };
  expect(await held()).toEqual({ count: 1, names: [first] });
  const good = await join('Good');
  expect(good.you!.name).toBe('Good');
  const renamed = await here.ask('view', 'Good', 'rename', {
    seat: good.you!.address,
    secret: token('Good-secret'),
    name: 'Bad too',
  });
  expect(renamed.you!.name).toMatch(/^Guest \d{4}$/);
  const second = { seat: good.you!.address, name: renamed.you!.name, typed: 'Bad too' };
  expect(await held()).toEqual({ count: 2, names: [first, second] });
});

test('a neutral name that is taken is drawn again, on joining and on renaming', async () => {
  const here = await handlerFixture();
  here.ports.isUnwanted = (name) => name.startsWith('Bad');
  const game = await openedRoom(here, 'Ann');
  const draws = [0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 2];
  here.ports.random = () => Uint8Array.from(draws.splice(0, 2));
  const { pin } = game.room();
  const join = async (who: string) =>
    (await here.ask('view', who, 'join', { pin, name: 'Bad', seat: token(who), secret: token(`${who}-secret`) })).you!.name;
  const names = [await join('first'), await join('second')];
  const { you } = await here.ask('view', 'Ann', 'rename', { ...game.seats.Ann!, name: 'Bad too' });
  expect([...names, you!.name]).toEqual(['Guest 1000', 'Guest 1001', 'Guest 1002']);
});

test('a hundred players who want one name at once all get a similar one in a few tries', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here);
  const { pin } = game.room();
  const wanted = new Map(Array.from({ length: 100 }, (_, i) => [`c${i}`, 'Maria']));
  let rounds = 0;
  for (; wanted.size > 0; rounds++) {
    const tries = [...wanted].map(async ([who, name]) => {
      const frame = await here.say(who, 'join', { pin, name, seat: token(who), secret: token(`${who}-secret`) });
      if (frame.type === 'refused') wanted.set(who, frame.suggestion!);
      else wanted.delete(who);
    });
    await Promise.all(tries);
  }
  expect(rounds).toBeLessThan(20);
  const names = (await here.ask('stage', 'host', 'look', { key: KEY, room: game.id, names: 200 })).stage!.names;
  expect(names.filter(({ name }) => /^Maria\d*$/.test(name))).toHaveLength(100);
});

test('what the host lists of names fits a frame, however long they are', async () => {
  const here = await handlerFixture();
  here.ports.isUnwanted = (name) => name.startsWith('\u{1F469}');
  const game = await openedRoom(here);
  const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u200D\u{1F466}';
  const join = (name: string, i: number) =>
    here.ask('view', `c${i}`, 'join', { pin: game.room().pin, name, seat: token(`seat${i}`), secret: token(`secret${i}`) });
  for (let i = 0; i < 60; i++) await join(`${i}${family.repeat(15)}`, i);
  const women = '\u{1F469}\u{1F3FD}\u200D\u{1F680}'.repeat(15);
  for (let i = 0; i < 20; i++) await join(`${women}${i}`, 60 + i);
  const { stage } = await here.ask('stage', 'host', 'look', { key: KEY, room: game.id, version: 0, names: 200 });
  expect(stage).toMatchObject({ players: 80, held: { count: 20 } });
  expect(stage!.names.length).toBeGreaterThan(20);
  expect(stage!.held!.names.length).toBeGreaterThan(3);
  expect(utf8Bytes(JSON.stringify(stage))).toBeLessThan(FRAME_BYTES);
});

test('N10 the host renames a player of this room in any phase, and nobody else', async () => {
  const here = await handlerFixture();
  const [game, other] = [await openedRoom(here, 'Ann', 'Bo'), await openedRoom(here, 'Cy')];
  const rename = async (seat: string, name: string) => {
    const frame = await here.say('host', 'renamePlayer', { key: KEY, room: game.id, seat, name });
    return frame.type === 'refused' ? frame.code : frame.type;
  };
  const ann = game.seats.Ann!.seat;
  await game.open();
  expect([
    await rename(other.seats.Cy!.seat, 'Di'),
    await rename(ann, ' '),
    await rename(ann, 'bo'),
    await rename(ann, 'Di'),
  ]).toEqual(['noSeat', 'nameEmpty', 'nameTaken', 'stage']);
  expect(here.framesTo('Ann').at(-1)).toMatchObject({ type: 'view', you: { address: ann, name: 'Di' } });
  await here.say('host', 'remove', { key: KEY, room: game.id, seat: ann });
  expect(await rename(ann, 'Ed')).toBe('noSeat');
});

test('N8 joining in two steps takes the colours of the big screen, which change', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  await game.move('guard');
  const { pin } = game.room();
  const join = async (name: string, colours?: string) => {
    const frame = await here.say(name, 'join', { pin, name, seat: token(name), secret: token(`${name}-secret`), colours });
    return frame.type === 'refused' ? frame.code : frame.type;
  };
  const shown = async () => (await game.look()).stage!.colours!;
  const first = await shown();
  expect(first).toMatch(/^[1-4]{4}$/);
  const other = first === '1234' ? '4321' : '1234';
  expect([await join('Bo'), await join('Bo', other), await join('Bo', first)]).toEqual(['coloursNeeded', 'coloursWrong', 'view']);
  // Whoever is slow still gets in with the colours before, and nobody with older ones.
  const all: string[] = [first];
  for (let slot = 1; slot <= 3; slot++) {
    here.now += 10_000;
    all.push(await shown());
  }
  expect(new Set(all).size).toBeGreaterThan(1);
  expect(await join('Cy', all[2])).toBe('view');
  if (!all.slice(2).includes(first)) expect(await join('Di', first)).toBe('coloursWrong');
  // Who is in comes back without them, also by a join that is said again; switched off, everybody gets in.
  expect(await join('Bo')).toBe('view');
  expect((await here.ask('view', 'Ann-again', 'sync', { ...game.seats.Ann! })).you!.name).toBe('Ann');
  await game.move('unguard');
  expect([(await game.look()).stage!.colours, await join('Di')]).toEqual([undefined, 'view']);
});

test('a late broadcast sends the room as it is now, unless a newer change has a broadcast of its own', async () => {
  const here = await handlerFixture();
  const game = await openedRoom(here, 'Ann');
  const { version: asked } = await game.move('start');
  await game.move('lock');
  const late = (version: number) => broadcastToShard(here.ports, game.id, 0, { kind: 'view', version });
  await late(asked);
  const told = here.framesTo('Ann').map((frame) => (frame.type === 'view' ? frame.room!.version : frame.type));
  expect(told).toEqual([asked, asked + 1]);
  await game.move('skip');
  await late(asked);
  expect(here.framesTo('Ann')).toHaveLength(3);
});
