import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { flushFolder } from './flush-folder.ts';

export class DataInUse extends Error {}
/** Opened, it would be a silent new start. */
export class EmptiedDatabase extends Error {}

/** Its rows are of another version of Quizcast. */
export class OtherFormat extends Error {}
/** Raised with every change of what rows hold. */
const FORMAT = 4;

/** In the data directory. */
export const DATABASE = 'quizcast.sqlite';

/**
 * Locks the database until it is closed.
 * @throws DataInUse, EmptiedDatabase, OtherFormat, or a fault of SQLite or the file system
 */
export function openDatabase(directory: string): { database: DatabaseSync; file: string } {
  const made = mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (made) flushFolder(dirname(made));
  const file = join(directory, DATABASE);
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
  return { database, file };
}
