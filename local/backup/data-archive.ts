import { existsSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from '../store/database.ts';
import type { Journal } from '../store/journal.ts';
import { type ArchivedFile, tarOf } from './tar.ts';

/** A running game needs the rest. */
const SPARE_BYTES = 64e6;

/** The copy of the database would fill the disk, which ends games. */
export class NoRoom extends Error {}

/**
 * A data directory as one tar archive, consistent while games go on.
 * What the database names was stored before it: media are read after the copy of the database.
 * @throws NoRoom, AbortError, or a fault of SQLite or the disk
 */
export async function* archiveOf(directory: string, journal: Journal, signal: AbortSignal): AsyncGenerator<Buffer> {
  const copy = join(directory, `${DATABASE}.copy`);
  checkRoom(directory);
  try {
    writeFileSync(copy, '', { mode: 0o600 });
    await journal.copyTo(copy, signal);
    yield* tarOf([{ name: DATABASE, path: copy }, ...filesOf(directory)]);
  } finally {
    rmSync(copy, { force: true });
  }
}

function checkRoom(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  const needed = ['', '-wal'].reduce((bytes, end) => bytes + sizeOf(join(directory, DATABASE + end)), SPARE_BYTES);
  if (bavail * bsize < needed) throw new NoRoom();
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Unfinished ones left out. */
function* filesOf(directory: string): Generator<ArchivedFile> {
  yield { name: 'host-key', path: join(directory, 'host-key') };
  for (const folder of ['pictures', 'media']) {
    const from = join(directory, folder);
    if (!existsSync(from)) continue;
    for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const name = path.slice(directory.length + 1).replaceAll('\\', '/');
      if (entry.isFile() && !name.endsWith('.part') && !name.startsWith('media/incoming/')) yield { name, path };
    }
  }
}
