import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { refusal } from '../../game/refusals.ts';
import type { Seat } from '../../game/seats/seat.ts';
import { DataInUse, OtherFormat } from '../../local/store/database.ts';
import { openJournal } from '../../local/store/journal.ts';
import { openStore } from '../../local/store/store.ts';
import { libraryContract } from '../contracts/library.ts';
import { id, QUIZ, roomOf, storeContract } from '../contracts/store.ts';

const fail = (error: unknown) => expect.fail(String(error));

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

async function open() {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const journal = openJournal(data, fail);
  return {
    store: openStore(journal, Date.now),
    async close() {
      journal.close();
      rmSync(data, { recursive: true });
    },
  };
}
storeContract('on one machine', open);
libraryContract('on one machine', open);

/** A closed data directory with a room, a seat and its answers. */
async function filled(data: string) {
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => 1000);
  const room = roomOf({ expiresAt: 1_000_000, changedAt: 1000 });
  const address = { room: room.id, shard: 0, seat: id(16) };
  await store.invite('host');
  await store.openRoom(room, QUIZ);
  await store.join({
    ...address,
    secret: 's',
    name: 'Ann',
    folded: 'ann',
    connection: 'c',
    connectedAt: 5,
    at: 6,
    expiresAt: room.expiresAt,
  });
  await Promise.all([
    store.recordAnswer(address, 's', 0, { value: '2', at: 7 }),
    store.rename(address, 's', { name: 'ANN', folded: 'ann', at: 8 }),
    store.recordAnswer(address, 's', 1, { value: '1', at: 9 }),
  ]);
  await store.archiveAnswers(room, 0, new Map([[address.seat, { value: '2', at: 7 }]]), 'w');
  await store.recordAnswer(address, 's', 3, { value: '3', at: 11 });
  const seat = (await store.seat(address, 's')) as Seat;
  journal.close();
  return { room, address, seat };
}

test('everything is there after a restart; connections of the process before have left just now', async () => {
  const data = directory();
  const { room, address, seat } = await filled(data);
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => 2000);
  expect(await store.room(room.id)).toEqual(room);
  expect(await store.findRoom(room.pin)).toMatchObject({ id: room.id });
  expect(await store.questions(room, 0, 0)).toEqual({ language: 'en', from: 0, questions: QUIZ.questions });
  expect(await store.invited('host')).toBe(true);
  expect(await store.seat(address, 's')).toEqual({ ...seat, connection: undefined, connectedAt: 0, leftAt: 2000 });
  expect(await store.nameFree(room.id, 'ann')).toBe(false);
  expect(seat.answers).toEqual({ 1: { value: '1', at: 9 }, 3: { value: '3', at: 11 } });
  expect(await store.archivedAnswers(room.id, 0, 0, 9)).toEqual(new Map([[0, new Map([[address.seat, { value: '2', at: 7 }]])]]));
  journal.close();
});

test('after a restart a PIN finds the room that has it now, not the expired one that had it before', async () => {
  const data = directory();
  let now = 1000;
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => now);
  const before = roomOf({ id: 'z-read-last', expiresAt: 2000 });
  await store.openRoom(before, QUIZ);
  now = 3000;
  const after = roomOf({ id: 'a-read-first', pin: before.pin, expiresAt: 1_000_000 });
  expect(await store.openRoom(after, QUIZ)).toBe('opened');
  journal.close();
  const again = openJournal(data, fail);
  expect(await openStore(again, () => now).findRoom(after.pin)).toMatchObject({ id: after.id });
  again.close();
});

test('answers that are archived are on disk with whatever is written after them', async () => {
  const data = directory();
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => 1000);
  const room = roomOf({ expiresAt: 1_000_000, changedAt: 1000 });
  await store.openRoom(room, QUIZ);
  const answers = new Map([['seat', { value: '2', at: 7 }]]);
  await store.archiveAnswers(room, 0, answers, 'w');
  await store.changeRoom(room.id, 1, { phase: 'question' }, 'one', 1000);
  const killed = directory();
  for (const file of readdirSync(data)) cpSync(join(data, file), join(killed, file));
  journal.close();
  const again = openJournal(killed, fail);
  expect(await openStore(again, () => 1000).archivedAnswers(room.id, 0, 0, 0)).toEqual(new Map([[0, answers]]));
  again.close();
});

test('nothing is acknowledged before it is on disk', async () => {
  const journal = openJournal(directory(), fail);
  let write = () => {};
  const disk = new Promise<void>((resolve) => {
    write = resolve;
  });
  const store = openStore({ ...journal, written: () => disk }, () => 1000);
  const room = roomOf({ expiresAt: 1_000_000 });
  const address = { room: room.id, shard: 0, seat: id(16) };
  const by = { connection: 'c', connectedAt: 5 };
  const joining = { ...address, secret: 's', name: 'Ann', folded: 'ann', ...by, at: 6, expiresAt: room.expiresAt };
  const acknowledged: string[] = [];
  const said = Object.entries({
    open: store.openRoom(room, QUIZ),
    join: store.join(joining),
    joinAgain: store.join(joining),
    claim: store.claimSeat(address, 's', { connection: 'd', connectedAt: 6 }),
    answer: store.recordAnswer(address, 's', 0, { value: '2', at: 7 }),
    answerAgain: store.recordAnswer(address, 's', 0, { value: '2', at: 8 }),
    otherAnswer: store.recordAnswer(address, 's', 0, { value: '1', at: 9 }),
    rename: store.rename(address, 's', { name: 'Anna', folded: 'anna', at: 10 }),
    change: store.changeRoom(room.id, 1, { players: 1 }, 'one', 11),
    changeAgain: store.changeRoom(room.id, 1, { players: 1 }, 'one', 12),
    host: store.claimHost(room.id, by),
    remove: store.kick(address),
    seats: store.seats(room.id, 0, { fresh: true }),
  }).map(([what, promise]) => promise.then(() => acknowledged.push(what)));
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(acknowledged).toEqual([]);
  write();
  expect(await Promise.all(said)).toHaveLength(13);
  journal.close();
});

test('a clock that was set back between two runs shuts out neither the host nor a seat', async () => {
  const data = directory();
  const { room, address } = await filled(data);
  const before = openJournal(data, fail);
  await openStore(before, () => 900_000).claimHost(room.id, { connection: 'host', connectedAt: 900_000 });
  before.close();
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => 1);
  const by = { connection: 'later', connectedAt: 1 };
  expect(await store.claimHost(room.id, by)).toEqual({ replaced: undefined });
  expect(await store.claimSeat(address, 's', by)).toMatchObject(by);
  journal.close();
});

test('a data directory is used by one server at a time', async () => {
  const data = directory();
  const journal = openJournal(data, fail);
  expect(() => openJournal(data, fail)).toThrow(DataInUse);
  journal.close();
  openJournal(data, fail).close();
});

test('a database of another format is refused and left as it is', async () => {
  const data = directory();
  await filled(data);
  const marked = (version: number) => {
    const database = new DatabaseSync(join(data, 'quizcast.sqlite'));
    database.exec(`PRAGMA user_version = ${version}`);
    const rows = ['item', 'log'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
    database.close();
    return rows;
  };
  const before = marked(1);
  expect(() => openJournal(data, fail)).toThrow(OtherFormat);
  expect([before.flat().length > 0, marked(1)]).toEqual([true, before]);
});

test('an expired room is deleted with everything that belongs to it, and so is one closed a while ago', async () => {
  const data = directory();
  const { room, address } = await filled(data);
  const rows = () => {
    const journal = openJournal(data, fail);
    const found = journal.rows().map(({ pk }) => pk);
    journal.close();
    return found;
  };
  expect(rows().filter((pk) => pk.includes(room.id))).toHaveLength(4);
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => room.expiresAt);
  expect([await store.room(room.id), await store.seat(address, 's')]).toEqual([undefined, refusal('noSeat')]);
  journal.close();
  expect(rows()).toEqual(['HOST#host']);
});

test('a group that cannot be written is a fault, and nothing of it is acknowledged', async () => {
  const data = directory();
  const faults: unknown[] = [];
  const journal = openJournal(data, (error) => faults.push(error));
  const circular: { self?: unknown } = {};
  circular.self = circular;
  journal.put('A', 'B', circular);
  let acknowledged = false;
  void journal.written().then(() => {
    acknowledged = true;
  });
  await expect.poll(() => faults.length).toBe(1);
  expect(acknowledged).toBe(false);
});

test('the log is folded into the rows when nobody writes, and a kill in between loses nothing', async () => {
  const data = directory();
  const journal = openJournal(data, fail);
  for (let i = 0; i < 300; i++) {
    journal.put('ROOM#a', `SEAT#${i % 100}`, { i });
    if (i % 7 === 0) await journal.written();
  }
  journal.put('ROOM#a', 'SEAT#5', undefined);
  await journal.written();
  const copied = () => {
    const copy = directory();
    for (const file of readdirSync(data)) cpSync(join(data, file), join(copy, file));
    return copy;
  };
  const expected = Array.from({ length: 100 }, (_, i) => ({ pk: 'ROOM#a', sk: `SEAT#${i}`, value: { i: 200 + i } }));
  const sorted = (rows: ReturnType<typeof journal.rows>) => rows.sort((a, b) => Number(a.sk.slice(5)) - Number(b.sk.slice(5)));
  const left = expected.filter(({ sk }) => sk !== 'SEAT#5');
  const killed = openJournal(copied(), fail);
  expect(sorted(killed.rows())).toEqual(left);
  killed.close();
  const groupsInLog = () => {
    // The journal locks its own database.
    const database = new DatabaseSync(join(copied(), 'quizcast.sqlite'));
    const found = database.prepare('SELECT count(*) AS groups FROM log').get();
    database.close();
    return found?.groups;
  };
  expect(groupsInLog()).toBeGreaterThan(40);
  await expect.poll(groupsInLog, { timeout: 60_000, interval: 200 }).toBe(0);
  journal.close();
  const again = openJournal(data, fail);
  expect(sorted(again.rows())).toEqual(left);
  again.close();
});
