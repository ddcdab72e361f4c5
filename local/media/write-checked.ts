import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beginsAs, FIRST_BYTES, type MediaFile } from '../../game/media/media-file.ts';

/** Not what its name, type and size say. */
export class WrongFile extends Error {}

/**
 * Writes and flushes as it reads: one chunk in memory.
 * @param to must not exist
 * @throws WrongFile as soon as it shows, or the stream's or the disk's error; then what is written is to be removed
 */
export async function writeChecked(content: Readable, to: string, wanted: MediaFile): Promise<void> {
  await pipeline(
    content,
    (source: AsyncIterable<Buffer>) => checked(source, wanted),
    createWriteStream(to, { flags: 'wx', flush: true }),
  );
}

async function* checked(source: AsyncIterable<Buffer>, { file, type, size }: MediaFile): AsyncIterable<Buffer> {
  const hash = createHash('sha256');
  let bytes = 0;
  let first = Buffer.alloc(0);
  for await (const chunk of source) {
    bytes += chunk.length;
    hash.update(chunk);
    if (first.length < FIRST_BYTES) {
      first = Buffer.concat([first, chunk.subarray(0, FIRST_BYTES)]);
      if (first.length >= FIRST_BYTES && !beginsAs(type, first)) throw new WrongFile();
    }
    if (bytes > size) throw new WrongFile();
    yield chunk;
  }
  if (bytes !== size || !beginsAs(type, first) || !file.startsWith(`${hash.digest('hex')}.`)) throw new WrongFile();
}
