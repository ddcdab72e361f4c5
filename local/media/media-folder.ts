import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { HOST_BYTES, mediaTypeOf, UNNAMED_MS } from '../../game/media/media-file.ts';
import { refusal } from '../../game/refusals.ts';
import type { MediaStore } from '../../lambdas/ports/media.ts';
import { flushFolder } from '../store/flush-folder.ts';
import { type Ticket, uploadTickets } from './upload-tickets.ts';
import { WrongFile, writeChecked } from './write-checked.ts';

/** `over`: the ticket is not ours, or no longer good. */
export type Received = 'stored' | 'over' | 'wrong' | 'full';

export interface MediaFolder extends MediaStore {
  /** @throws the stream's or the disk's error; nothing of it is left */
  receive(fields: ReadonlyMap<string, string>, content: Readable): Promise<Received>;
  /** Where it lies; undefined: nowhere. */
  folderOf(file: string): string | undefined;
  /** Removes what has not been in use for UNNAMED_MS. */
  sweep(inUse: ReadonlySet<string>): void;
}

interface Stored {
  host: string;
  size: number;
  /** Last known to be in use, or brought; epoch ms. */
  since: number;
}

/**
 * `media/<host>/<file>`: a file counts for the host who brought it first.
 * @param now epoch ms
 */
export function openMedia(directory: string, now: () => number, hostBytes = HOST_BYTES): MediaFolder {
  const root = join(directory, 'media');
  const incoming = join(root, 'incoming');
  // Left by a process that ended.
  rmSync(incoming, { recursive: true, force: true });
  mkdirSync(incoming, { recursive: true });
  const stored = storedIn(root);
  const tickets = uploadTickets(now);
  /** Bytes on their way, of each host. */
  const coming = new Map<string, number>();

  const pathOf = (file: string, { host }: Pick<Stored, 'host'>) => join(root, host, file);
  const comes = (host: string, bytes: number) => coming.set(host, (coming.get(host) ?? 0) + bytes);
  function isRoom(host: string, size: number): boolean {
    let bytes = (coming.get(host) ?? 0) + size;
    for (const one of stored.values()) if (one.host === host) bytes += one.size;
    return bytes <= hostBytes;
  }

  async function take({ host, ...wanted }: Ticket, content: Readable): Promise<Received> {
    const { file, size } = wanted;
    const part = join(incoming, randomUUID());
    comes(host, size);
    try {
      await writeChecked(content, part, wanted);
      mkdirSync(join(root, host), { recursive: true });
      const to = pathOf(file, stored.get(file) ?? { host });
      renameSync(part, to);
      if (!stored.has(file)) stored.set(file, { host, size, since: now() });
      flushFolder(join(to, '..'));
      return 'stored';
    } catch (error) {
      await rm(part, { force: true });
      if (error instanceof WrongFile) return 'wrong';
      throw error;
    } finally {
      comes(host, -size);
    }
  }

  return {
    async ticket(host, wanted) {
      if (stored.has(wanted.file)) return 'there';
      return isRoom(host, wanted.size) ? tickets.form({ host, ...wanted }) : refusal('mediaFull');
    },
    async keep(_, files) {
      for (const file of files) {
        const found = stored.get(file);
        if (found) found.since = now();
      }
      return files.filter((file) => !stored.has(file));
    },
    async receive(fields, content) {
      const ticket = tickets.verify(fields);
      if (!ticket) return 'over';
      return stored.has(ticket.file) || isRoom(ticket.host, ticket.size) ? take(ticket, content) : 'full';
    },
    folderOf(file) {
      const found = stored.get(file);
      return found && join(root, found.host);
    },
    sweep(inUse) {
      for (const [file, one] of stored) {
        if (inUse.has(file)) one.since = now();
        if (now() - one.since < UNNAMED_MS) continue;
        rmSync(pathOf(file, one), { force: true });
        stored.delete(file);
      }
    },
  };
}

function storedIn(root: string): Map<string, Stored> {
  const stored = new Map<string, Stored>();
  for (const host of readdirSync(root)) {
    for (const file of readdirSync(join(root, host))) {
      const { size, mtimeMs } = statSync(join(root, host, file));
      if (mediaTypeOf(file)) stored.set(file, { host, size, since: mtimeMs });
    }
  }
  return stored;
}
