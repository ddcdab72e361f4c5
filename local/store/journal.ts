// SQLite: JSON rows under two keys, as on AWS. Groups of changes are appended to a
// log (a third of the cost of single rows), and folded into the rows when idle.
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Row {
  pk: string;
  sk: string;
  value: unknown;
}

type Entry = [verb: 'put' | 'merge' | 'remove', pk: string, sk: string, value?: unknown];

export interface Journal {
  /** All rows, at the start. */
  rows(): Row[];
  /** Undefined deletes the row. Written with the next group. */
  put(pk: string, sk: string, value: unknown): void;
  /** Merge patch (RFC 7396): cheap for bursts of answers. */
  patch(pk: string, sk: string, changed: object): void;
  /** Resolves when earlier changes survive `kill -9`. */
  written(): Promise<void>;
  close(): void;
}

/** Idle time before folding, ms. */
const IDLE_MS = 200;
const LOOK_MS = 1000;
/** Folded anyway beyond this. */
const MOST_GROUPS = 20_000;

/** Another server uses the data directory. */
export class DataInUse extends Error {}
/** Opened, it would be a silent new start. */
export class EmptiedDatabase extends Error {}

/**
 * Opens or makes the database, and locks it until the process ends.
 * @param onFault a write failed: memory is ahead of the disk, so stop
 * @throws DataInUse, EmptiedDatabase, or what SQLite or the file system say
 */
export function openJournal(directory: string, onFault: (error: unknown) => void): Journal {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'quizcast.sqlite');
  // The host key is made after the database.
  if (existsSync(join(directory, 'host-key')) && (!existsSync(file) || statSync(file).size === 0)) throw new EmptiedDatabase();
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    // NORMAL: safe from process ends, not from power cuts.
    database.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;');
    database.exec(
      'CREATE TABLE IF NOT EXISTS item (pk TEXT, sk TEXT, value TEXT NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID, STRICT',
    );
    database.exec('CREATE TABLE IF NOT EXISTS log (n INTEGER PRIMARY KEY, rows TEXT NOT NULL) STRICT');
    // The lock is taken with the first write.
    database.exec('BEGIN IMMEDIATE; COMMIT');
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
  let group: Promise<void> | undefined;
  let wroteAt = 0;
  let groups = 0;
  let folding: NodeJS.Timeout | undefined;

  /** Atomic. @returns whether there were any */
  function fold(most: number): boolean {
    const found = oldest.all(most) as { n: number; rows: string }[];
    if (!found.length) return false;
    database.exec('BEGIN');
    for (const { rows } of found) {
      for (const [verb, pk, sk, value] of JSON.parse(rows) as Entry[]) {
        if (verb === 'remove') remove.run(pk, sk);
        else (verb === 'merge' ? merge : upsert).run(pk, sk, JSON.stringify(value));
      }
    }
    forget.run(found.at(-1)!.n);
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

  function write() {
    const entries = pending;
    pending = [];
    group = undefined;
    // Closing has written them.
    if (entries.length === 0) return;
    append.run(JSON.stringify(entries));
    wroteAt = performance.now();
    groups++;
    if (!folding) foldLater(LOOK_MS);
  }

  /** One group per turn of the event loop. */
  const nextGroup = () =>
    new Promise<void>((resolve) => {
      setImmediate(() => {
        try {
          write();
          resolve();
        } catch (error) {
          onFault(error);
        }
      });
    });

  function note(entry: Entry) {
    pending.push(entry);
    group ??= nextGroup();
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
    written: () => group ?? Promise.resolve(),
    close() {
      write();
      clearTimeout(folding);
      database.close();
    },
  };
}
