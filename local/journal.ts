// The database: rows of JSON under two keys, as in the table on AWS, written in groups.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export interface Row {
  pk: string;
  sk: string;
  value: unknown;
}

export interface Journal {
  /** Every row, as of the start. */
  rows(): Row[];
  /** The row is this from now on; undefined deletes it. Written with the next group. */
  put(pk: string, sk: string, value: unknown): void;
  /** Resolves when everything put before is written: what is acknowledged after it survives `kill -9`. */
  written(): Promise<void>;
  close(): void;
}

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
    // The lock is taken with the first write, not with the pragma.
    database.exec('BEGIN IMMEDIATE; COMMIT');
  } catch (error) {
    database.close();
    if (/locked|busy/i.test(String(error))) throw new DataInUse(directory);
    throw error;
  }
  const upsert = database.prepare('INSERT INTO item VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value');
  const remove = database.prepare('DELETE FROM item WHERE pk = ? AND sk = ?');

  let pending = new Map<string, Row>();
  let group: Promise<void> | undefined;

  function write() {
    const rows = pending;
    pending = new Map();
    group = undefined;
    // Closing has written them already.
    if (rows.size === 0) return;
    database.exec('BEGIN');
    for (const { pk, sk, value } of rows.values()) {
      if (value === undefined) remove.run(pk, sk);
      else upsert.run(pk, sk, JSON.stringify(value));
    }
    database.exec('COMMIT');
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

  return {
    rows: () =>
      database
        .prepare('SELECT pk, sk, value FROM item')
        .all()
        .map((row) => ({ pk: String(row.pk), sk: String(row.sk), value: JSON.parse(String(row.value)) })),
    put(pk, sk, value) {
      pending.set(`${pk}\n${sk}`, { pk, sk, value });
      group ??= nextGroup();
    },
    written: () => group ?? Promise.resolve(),
    close() {
      write();
      database.close();
    },
  };
}
