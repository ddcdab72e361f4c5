import { HOST_BYTES, mediaTypeOf, UNNAMED_MS } from '../../../game/media/media-file.ts';
import { refusal } from '../../../game/refusals.ts';
import type { MediaStore } from '../../ports/media.ts';
import { number, numberOf } from '../dynamodb/attributes.ts';
import type { Items } from '../dynamodb/items.ts';
import { KEYS, TABLE, ttlOf } from '../dynamodb/table.ts';
import type { MediaFiles } from './media-files.ts';

interface MediaOptions {
  files: MediaFiles;
  /** A row for each file of a host: what counts for whom. */
  items: Items;
  /** Epoch ms. */
  now: () => number;
  hostBytes?: number;
}

const IF_COUNTED = { condition: 'attribute_exists(#pk)' };

export function s3MediaStore({ files, items, now, hostBytes = HOST_BYTES }: MediaOptions): MediaStore {
  /** Two tickets at one instant may both find room. */
  async function isRoom(host: string, file: string, size: number): Promise<boolean> {
    const { pk, sk } = KEYS.media(host, '');
    const own = KEYS.media(host, file).sk;
    const rows = await items.list(pk, sk);
    const counted = rows.filter(
      (row) => row[TABLE.sk]?.S !== own && (number(row, TABLE.ttl) ?? Number.POSITIVE_INFINITY) * 1000 > now(),
    );
    return counted.reduce((sum, row) => sum + numberOf(row, 'size'), size) <= hostBytes;
  }

  /** A question is saved many times, and what it names is named once: while this process lives. */
  const kept = new Set<string>();

  return {
    async ticket(host, wanted) {
      const { file, size } = wanted;
      if (await files.isThere(file)) return 'there';
      const posted = await files.takeIn(wanted);
      if (posted === 'wrong') return refusal('mediaWrong');
      if (posted === 'taken') return 'there';
      if (!(await isRoom(host, file, size))) return refusal('mediaFull');
      // Goes as the file does, unless it is kept.
      await items.put(KEYS.media(host, file), { size, [TABLE.ttl]: ttlOf(now() + 2 * UNNAMED_MS) });
      return files.form(wanted);
    },
    async keep(host, names) {
      const there = await Promise.all(
        names.map(async (file) => {
          const mark = `${host} ${file}`;
          if (kept.has(mark)) return true;
          if (!mediaTypeOf(file) || !(await files.markNamed(file))) return false;
          await items.update(KEYS.media(host, file), { set: { [TABLE.ttl]: undefined }, ...IF_COUNTED });
          kept.add(mark);
          return true;
        }),
      );
      return names.filter((_, i) => !there[i]);
    },
  };
}
