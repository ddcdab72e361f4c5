import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';

export interface ArchivedFile {
  /** With slashes. */
  name: string;
  path: string;
}

/**
 * A tar archive, read as it is sent. Files are their owner's alone.
 * What has been removed since it was listed is left out.
 * @throws the disk's error
 */
export async function* tarOf(files: Iterable<ArchivedFile>): AsyncGenerator<Buffer> {
  const archive = pack();
  fill(archive, files).then(
    () => archive.finalize(),
    (error) => archive.destroy(error),
  );
  for await (const chunk of archive) if (Buffer.isBuffer(chunk)) yield chunk;
}

async function fill(archive: Pack, files: Iterable<ArchivedFile>): Promise<void> {
  for (const { name, path } of files) {
    const file = await open(path).catch(missing);
    if (!file) continue;
    try {
      const { size, mtime } = await file.stat();
      const header = { name, size, mtime, mode: 0o600 };
      // An empty file has no last byte to read to.
      if (size) await pipeline(file.createReadStream({ end: size - 1, autoClose: false }), archive.entry(header));
      else archive.entry(header, '');
    } finally {
      await file.close();
    }
  }
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
