// The database: rows of JSON under two keys, as in the table on AWS. What is put is written at once in groups to a log, one row for each
// group, which costs a third of so many single rows; the log is folded into the rows when there is time.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Row {
  pk: string;
  sk: string;
  value: unknown;
}

/** What the log says of a row. */
type Entry = [verb: 'put' | 'merge' | 'remove', pk: string, sk: string, value?: unknown];

export interface Journal {
  /** Every row, as of the start. */
  rows(): Row[];
  /** The row is this from now on; undefined deletes it. Written with the next group. */
  put(pk: string, sk: string, value: unknown): void;
  /** Merges what has changed into a row (RFC 7396): a burst of answers need not write again what it has not touched. */
  patch(pk: string, sk: string, changed: object): void;
  /** Resolves when everything put before is written: what is acknowledged after it survives `kill -9`. */
  written(): Promise<void>;
  close(): void;
}

/** Nobody has put anything for so long: time to fold, ms. */
const IDLE_MS = 200;
const LOOK_MS = 1000;
/** A log of so many groups is folded whether there is time or not: it must not grow for a whole evening. */
const MOST_GROUPS = 20_000;

/** The data directory belongs to another server that is running. */
export class DataInUse extends Error {}

/**
 * Opens (or makes) the database of a data directory and locks it against a second server; the lock ends with the process, however it ends.
 * @param onFault a group could not be written: what is in memory is ahead of the disk, so the process must not go on
 * @throws DataInUse
 */
export function openJournal(directory: string, onFault: (error: unknown) => void): Journal {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, 'quizcast.sqlite'), { timeout: 0 });
  try {
    // WAL with NORMAL: a group is safe from the end of this process, and costs microseconds instead of a disk's millisecond.
    database.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;');
    database.exec(
      'CREATE TABLE IF NOT EXISTS item (pk TEXT, sk TEXT, value TEXT NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID, STRICT',
    );
    database.exec('CREATE TABLE IF NOT EXISTS log (n INTEGER PRIMARY KEY, rows TEXT NOT NULL) STRICT');
    // The lock is taken with the first write, not with the pragma.
    database.exec('BEGIN IMMEDIATE; COMMIT');
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

  /** The oldest groups of the log become rows, all of them or none. @returns whether there were any */
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
    // Closing has written them already.
    if (entries.length === 0) return;
    append.run(JSON.stringify(entries));
    wroteAt = performance.now();
    groups++;
    if (!folding) foldLater(LOOK_MS);
  }

  /** One group for all that is put until the event loop has handled the frames that have arrived. */
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
