import { UNNAMED_MS } from '../../../game/media/media-file.ts';
import { number, numberOf, textOf } from '../dynamodb/attributes.ts';
import type { Items } from '../dynamodb/items.ts';
import { KEYS, TABLE, ttlOf } from '../dynamodb/table.ts';

/** What counts for whom: a row for each file that a host brought. */
export interface HostLedger {
  /** Bytes beside this file; two calls at one instant may both find room. */
  bytesBeside(host: string, file: string): Promise<number>;
  /** Goes as the file does, unless a quiz names it. */
  add(host: string, file: string, size: number): Promise<void>;
  markNamed(host: string, file: string): Promise<void>;
  /** What was named once and is no more counts no longer. */
  recount(host: string, named: ReadonlySet<string>): Promise<void>;
}

const IF_COUNTED = { condition: 'attribute_exists(#pk)' };

/** @param now epoch ms */
export function hostLedger(items: Items, now: () => number): HostLedger {
  const { sk: PREFIX } = KEYS.media('', '');
  const rows = async (host: string) =>
    (await items.list(KEYS.media(host, '').pk, PREFIX)).map((item) => ({
      file: textOf(item, TABLE.sk).slice(PREFIX.length),
      size: numberOf(item, 'size'),
      until: number(item, TABLE.ttl),
    }));

  return {
    async bytesBeside(host, file) {
      const counted = (await rows(host)).filter(
        (row) => row.file !== file && (row.until === undefined || row.until * 1000 > now()),
      );
      return counted.reduce((sum, { size }) => sum + size, 0);
    },
    async add(host, file, size) {
      await items.put(KEYS.media(host, file), { size, [TABLE.ttl]: ttlOf(now() + 2 * UNNAMED_MS) });
    },
    async markNamed(host, file) {
      await items.update(KEYS.media(host, file), { set: { [TABLE.ttl]: undefined }, ...IF_COUNTED });
    },
    async recount(host, named) {
      const over = (await rows(host)).filter(({ file, until }) => until === undefined && !named.has(file));
      await Promise.all(over.map(({ file }) => items.delete(KEYS.media(host, file), IF_COUNTED)));
    },
  };
}
