// Groups are logged (a third of the cost), folded when idle.
import { closeSync, fdatasync, openSync } from 'node:fs';
import { backup } from 'node:sqlite';
import { promisify } from 'node:util';
import { openDatabase } from './database.ts';
import { flushFolder } from './flush-folder.ts';

export interface Row {
  pk: string;
  sk: string;
  value: unknown;
}

type Entry = [verb: 'put' | 'merge' | 'remove', pk: string, sk: string, value?: unknown];

export interface Journal {
  rows(): Row[];
  /** Undefined deletes the row. */
  put(pk: string, sk: string, value: unknown): void;
  /** Merge patch (RFC 7396): cheap for answers. */
  patch(pk: string, sk: string, changed: object): void;
  /** Then earlier changes survive `kill -9` and a power cut. */
  written(): Promise<void>;
  /**
   * All that was acknowledged, as a database of its own; games go on meanwhile.
   * @param to is overwritten
   * @param signal has to end it before `close`
   */
  copyTo(to: string, signal: AbortSignal): Promise<void>;
  close(): void;
}

/** Longer than from the last answer to its reveal: a fold holds up the event loop for tens of ms. */
const IDLE_MS = 2000;
const LOOK_MS = 1000;
/** Folded even when busy. */
const MOST_GROUPS = 20_000;

/** Off the event loop. On macOS, libuv flushes the drive's cache too. */
const flushFile = promisify(fdatasync);

/**
 * Locks the database until the process ends.
 * @param onFault a write failed: memory is ahead of disk
 * @param flush brings what a file descriptor has on the disk
 * @throws DataInUse, EmptiedDatabase, OtherFormat, or a fault of SQLite or the file system
 */
export function openJournal(
  directory: string,
  onFault: (error: unknown) => void,
  flush: (file: number) => Promise<void> = flushFile,
): Journal {
  const { database, file } = openDatabase(directory);
  const upsert = database.prepare('INSERT INTO item VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const merge = database.prepare('UPDATE item SET value = json_patch(value, ?3) WHERE pk = ?1 AND sk = ?2');
  const remove = database.prepare('DELETE FROM item WHERE pk = ? AND sk = ?');

  const append = database.prepare('INSERT INTO log (rows) VALUES (?)');
  const oldest = database.prepare('SELECT n, rows FROM log ORDER BY n LIMIT ?');
  const forget = database.prepare('DELETE FROM log WHERE n <= ?');

  let pending: Entry[] = [];
  /** The latest group. */
  let written = Promise.resolve();
  let isGathering = false;
  let isClosed = false;
  let log: number | undefined;
  let wroteAt = 0;
  let groups = 0;
  let folding: NodeJS.Timeout | undefined;

  /** Atomic. @returns whether there were any */
  function fold(most: number): boolean {
    const found = oldest.all(most).map(({ n, rows }) => ({ n: Number(n), rows: String(rows) }));
    const last = found.at(-1);
    if (!last) return false;
    database.exec('BEGIN');
    for (const { rows } of found) {
      const entries: Entry[] = JSON.parse(rows);
      for (const [verb, pk, sk, value] of entries) {
        if (verb === 'remove') remove.run(pk, sk);
        else (verb === 'merge' ? merge : upsert).run(pk, sk, JSON.stringify(value));
      }
    }
    forget.run(last.n);
    database.exec('COMMIT');
    groups = Math.max(0, groups - found.length);
    return true;
  }

  function foldLater(ms: number): void {
    folding = setTimeout(() => {
      try {
        const busy = performance.now() - wroteAt < IDLE_MS && groups < MOST_GROUPS;
        if (busy) foldLater(LOOK_MS);
        else if (fold(1)) foldLater(1);
        else folding = undefined;
      } catch (error) {
        onFault(error);
      }
    }, ms).unref();
  }

  function appendPending(): void {
    const entries = pending;
    pending = [];
    isGathering = false;
    if (entries.length === 0) return;
    append.run(JSON.stringify(entries));
    wroteAt = performance.now();
    groups++;
    if (!folding) foldLater(LOOK_MS);
  }

  /** SQLite makes its log with the first write. */
  function logFile(): number {
    if (log === undefined) {
      log = openSync(`${file}-wal`, 'r+');
      flushFolder(directory);
    }
    return log;
  }

  /** Gathers while the group before it is flushed, then for a turn of the event loop. */
  async function writeAfter(before: Promise<void>): Promise<void> {
    await before;
    await new Promise(setImmediate);
    try {
      if (isClosed) return;
      appendPending();
      await flush(logFile());
    } catch (error) {
      // Closing has flushed it.
      if (isClosed) return;
      onFault(error);
      await new Promise(() => {});
    }
  }

  function note(entry: Entry) {
    pending.push(entry);
    if (!isGathering) written = writeAfter(written);
    isGathering = true;
  }

  return {
    rows() {
      while (fold(1000)) {}
      return database
        .prepare('SELECT pk, sk, value FROM item')
        .all()
        .map((row) => ({ pk: String(row.pk), sk: String(row.sk), value: JSON.parse(String(row.value)) }));
    },
    put: (pk, sk, value) => note(value === undefined ? ['remove', pk, sk] : ['put', pk, sk, value]),
    patch: (pk, sk, changed) => note(['merge', pk, sk, changed]),
    written: () => written,
    async copyTo(to, signal) {
      await written;
      signal.throwIfAborted();
      await backup(database, to, { progress: () => signal.throwIfAborted() });
    },
    close() {
      isClosed = true;
      appendPending();
      clearTimeout(folding);
      database.close();
      if (log !== undefined) closeSync(log);
    },
  };
}
