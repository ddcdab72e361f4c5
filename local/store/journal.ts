// Groups are logged (a third of the cost), folded when idle.
import { chmodSync, closeSync, existsSync, fdatasync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
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
  close(): void;
}

/** Longer than from the last answer to its reveal: a fold holds up the event loop for tens of ms. */
const IDLE_MS = 2000;
const LOOK_MS = 1000;
/** Folded even when busy. */
const MOST_GROUPS = 20_000;

export class DataInUse extends Error {}
/** Opened, it would be a silent new start. */
export class EmptiedDatabase extends Error {}

/** Its rows are of another version of Quizcast. */
export class OtherFormat extends Error {}
/** Raised with every change of what rows hold. */
const FORMAT = 4;

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
  const made = mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (made) flushFolder(dirname(made));
  const file = join(directory, 'quizcast.sqlite');
  // The host key is made after the database.
  if (existsSync(join(directory, 'host-key')) && (!existsSync(file) || statSync(file).size === 0)) throw new EmptiedDatabase();
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // NORMAL: SQLite flushes around checkpoints, we flush each group.
    database.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA fullfsync=ON;');
    database.exec(
      'CREATE TABLE IF NOT EXISTS item (pk TEXT, sk TEXT, value TEXT NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID, STRICT',
    );
    database.exec('CREATE TABLE IF NOT EXISTS log (n INTEGER PRIMARY KEY, rows TEXT NOT NULL) STRICT');
    // The lock is taken with the first write.
    database.exec('BEGIN IMMEDIATE; COMMIT');
    const isNew = !database.prepare('SELECT 1 FROM item UNION ALL SELECT 1 FROM log LIMIT 1').get();
    if (isNew) database.exec(`PRAGMA user_version = ${FORMAT}`);
    else if (database.prepare('PRAGMA user_version').get()?.user_version !== FORMAT) throw new OtherFormat();
    for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) chmodSync(file + end, 0o600);
  } catch (error) {
    database.close();
    if (/locked|busy/i.test(String(error))) throw new DataInUse(directory);
    throw error;
  }
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
    close() {
      isClosed = true;
      appendPending();
      clearTimeout(folding);
      database.close();
      if (log !== undefined) closeSync(log);
    },
  };
}
