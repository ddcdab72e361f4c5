import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Seat } from '../../game/seats.ts';
import { DataInUse, openJournal } from '../../local/journal.ts';
import { openStore } from '../../local/store.ts';
import { id, QUIZ, roomOf, storeContract } from '../contracts/store.ts';

const fail = (error: unknown) => expect.fail(String(error));

function directory(): string {
  const made = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

storeContract('on one machine', async () => {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const journal = openJournal(data, fail);
  return {
    store: openStore(journal, Date.now),
    async close() {
      journal.close();
      rmSync(data, { recursive: true });
    },
  };
});

/** A room with one seat, an answer and standings, in a data directory that has been closed again. */
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
  await store.recordAnswer(address, 's', 0, { value: '2', at: 7 });
  const standing = { version: 2, turn: 0, mark: 'right', gained: 1, points: 1, streak: 1, rank: 1, of: 1 } as const;
  await store.saveResults(room.id, 0, new Map([[address.seat, standing]]), 1);
  const seat = (await store.seat(address, 's')) as Seat;
  journal.close();
  return { room, address, seat, standing };
}

test('everything is there after a restart; connections of the process before have left just now', async () => {
  const data = directory();
  const { room, address, seat, standing } = await filled(data);
  const journal = openJournal(data, fail);
  const store = openStore(journal, () => 2000);
  expect(await store.room(room.id)).toEqual(room);
  expect(await store.findRoom(room.pin)).toMatchObject({ id: room.id });
  expect(await store.quiz(room.id)).toEqual(QUIZ);
  expect(await store.invited('host')).toBe(true);
  expect(await store.seat(address, 's')).toEqual({ ...seat, connection: undefined, leftAt: 2000 });
  expect(await store.nameFree(room.id, 'ann')).toBe(false);
  expect(await store.result(address, 0)).toEqual(standing);
  journal.close();
});

test('a data directory is one server’s at a time', async () => {
  const data = directory();
  const journal = openJournal(data, fail);
  expect(() => openJournal(data, fail)).toThrow(DataInUse);
  journal.close();
  openJournal(data, fail).close();
});

test('a room that has expired is forgotten with all that is its own, and so is one closed a while ago', async () => {
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
  expect([await store.room(room.id), await store.seat(address, 's')]).toEqual([undefined, 'noSeat']);
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
