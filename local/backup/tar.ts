import { open } from 'node:fs/promises';

export interface ArchivedFile {
  /** With slashes; both parts fit ustar: 155 bytes of folder, 100 of file. */
  name: string;
  path: string;
}

const BLOCK = 512;
const FOLDER_BYTES = 155;
const FILE_BYTES = 100;

/**
 * A tar archive (POSIX ustar), read as it is sent. Files are their owner's alone.
 * What has been removed since it was listed is left out.
 * @throws the disk's error
 */
export async function* tarOf(files: Iterable<ArchivedFile>): AsyncGenerator<Buffer> {
  for (const { name, path } of files) {
    const file = await open(path).catch(missing);
    if (!file) continue;
    try {
      const { size, mtimeMs } = await file.stat();
      yield header(name, size, Math.floor(mtimeMs / 1000));
      let sent = 0;
      // An empty file has no last byte to read to.
      const chunks: AsyncIterable<Buffer> | [] = size ? file.createReadStream({ end: size - 1, autoClose: false }) : [];
      for await (const chunk of chunks) {
        sent += chunk.length;
        yield chunk;
      }
      if (sent !== size) throw new Error(`${path} became shorter`);
      yield Buffer.alloc(-size & (BLOCK - 1));
    } finally {
      await file.close();
    }
  }
  yield Buffer.alloc(2 * BLOCK);
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

/** pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, "ustar Interchange Format". */
function header(name: string, size: number, seconds: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const slash = name.lastIndexOf('/');
  const [folder, file] = [name.slice(0, Math.max(slash, 0)), name.slice(slash + 1)];
  if (Buffer.byteLength(folder) > FOLDER_BYTES || Buffer.byteLength(file) > FILE_BYTES) throw new Error(`too long: ${name}`);
  const octal = (value: number, digits: number, at: number) => block.write(value.toString(8).padStart(digits, '0'), at);
  block.write(file, 0);
  octal(0o600, 7, 100);
  octal(0, 7, 108);
  octal(0, 7, 116);
  octal(size, 11, 124);
  octal(seconds, 11, 136);
  block.fill(' ', 148, 156);
  block.write('0', 156);
  block.write('ustar\x0000', 257);
  block.write(folder, 345);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    6,
    148,
  );
  block[154] = 0;
  return block;
}
