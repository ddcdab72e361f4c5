import { shardOf } from '../../../game/seats/seat.ts';
import { utf8Bytes } from '../../../game/utf8.ts';

/** A strong read is 4 KB; the rest is keys. */
const PART_BYTES = 3800;

export interface Part<T> {
  /** First seat id; '' in the first part. */
  first: string;
  rows: [seat: string, T][];
}

/** One list for each shard. */
export function rowsByShard<T>(rows: Iterable<readonly [seat: string, T]>, shards: number): [seat: string, T][][] {
  const byShard = Array.from({ length: shards }, (): [string, T][] => []);
  for (const [seat, row] of rows) byShard[shardOf(seat, shards)]?.push([seat, row]);
  return byShard;
}

/** Cut to one read unit each, in the order of seat ids. */
export function partsOf<T>(rows: readonly [seat: string, T][]): Part<T>[] {
  let part: Part<T> = { first: '', rows: [] };
  const parts = [part];
  let bytes = 0;
  for (const row of rows.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const more = utf8Bytes(JSON.stringify(row));
    if (bytes + more > PART_BYTES) {
      part = { first: row[0], rows: [] };
      parts.push(part);
      bytes = 0;
    }
    part.rows.push(row);
    bytes += more;
  }
  return parts;
}
