// What is on the disk when the power goes: the files as they were when the latest complete flush began.
import { cpSync, fdatasync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openJournal } from '../../local/store/journal.ts';
import { seeded } from '../support/fake-environment.ts';

const flushed = promisify(fdatasync);
const WRITERS = 8;
const WRITES = 40;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function fail(error: unknown): never {
  throw error;
}

test('a power cut loses nothing that was acknowledged, whenever it comes', async () => {
  const data = folder();
  const copies: string[] = [];
  let onDisk = -1;
  const journal = openJournal(data, fail, async (file) => {
    const copy = folder();
    cpSync(data, copy, { recursive: true });
    const number = copies.push(copy) - 1;
    await flushed(file);
    onDisk = number;
  });
  const random = seeded(15);
  const acknowledged: { writer: number; write: number; onDisk: number }[] = [];
  await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      for (let write = 1; write <= WRITES; write++) {
        journal.put('ROOM#a', `SEAT#${writer}`, { write, text: 'x'.repeat(random() * 32_000) });
        await journal.written();
        acknowledged.push({ writer, write, onDisk });
        // Folding and checkpoints come in between.
        if (random() < 0.05) journal.rows();
      }
    }),
  );
  journal.close();
  expect([acknowledged.length, copies.length >= WRITES]).toEqual([WRITERS * WRITES, true]);
  for (const [number, copy] of copies.entries()) {
    const opened = openJournal(copy, fail);
    const found = new Map(opened.rows().map(({ sk, value }) => [sk, (value as { write: number }).write]));
    opened.close();
    const lost = acknowledged.filter(
      ({ writer, write, onDisk }) => onDisk <= number && (found.get(`SEAT#${writer}`) ?? 0) < write,
    );
    expect({ number, lost }).toEqual({ number, lost: [] });
  }
});

test('nothing is acknowledged while the disk works, and all that comes meanwhile is one group', async () => {
  const flushes: (() => void)[] = [];
  const journal = openJournal(folder(), fail, () => new Promise((done) => flushes.push(done)));
  const story: string[] = [];
  const write = (name: string) => {
    journal.put('ROOM#a', name, {});
    void journal.written().then(() => story.push(name));
  };
  write('first');
  await expect.poll(() => flushes.length).toBe(1);
  for (const name of ['second', 'third']) {
    write(name);
    await new Promise(setImmediate);
  }
  expect([story, flushes.length]).toEqual([[], 1]);
  flushes[0]?.();
  await expect.poll(() => flushes.length).toBe(2);
  expect(story).toEqual(['first']);
  flushes[1]?.();
  await expect.poll(() => story).toEqual(['first', 'second', 'third']);
  journal.close();
});

test('a disk that fails is a fault, and nothing is acknowledged any more', async () => {
  const faults: unknown[] = [];
  const broken = Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
  const journal = openJournal(
    folder(),
    (error) => faults.push(error),
    () => Promise.reject(broken),
  );
  let acknowledged = false;
  journal.put('ROOM#a', 'first', {});
  void journal.written().then(() => {
    acknowledged = true;
  });
  await expect.poll(() => faults).toEqual([broken]);
  expect(acknowledged).toBe(false);
  journal.close();
});
