// The table in simulated time: its partitions, the whole of it and its index each let so many units through.
import { type Bucket, tokenBucket } from '../../local/gateway/token-bucket.ts';
import type { AccountLimits } from './limits.ts';
import type { RefusalName } from './refusals.ts';

/** Units on one partition: the PIN's, the room's with its names, a shard's by its number; the index spreads over many. */
export interface Work {
  on: 'pin' | 'room' | 'index' | number;
  reads?: number;
  writes?: number;
}

export interface Table {
  /** All of it or nothing. @returns what refuses it */
  spend(at: number, work: readonly Work[]): RefusalName | undefined;
}

/** A second's units can be spent at once; DynamoDB may let through more of what was left unused before, but does not promise it. */
const full = (perSecond: number) => tokenBucket(perSecond, perSecond);

export function table(shards: number, limits: AccountLimits): Table {
  const partition = () => ({ reads: full(limits.partitionReads), writes: full(limits.partitionWrites) });
  const room = partition();
  const pin = partition();
  const parts = Array.from({ length: shards }, partition);
  const whole = { reads: full(limits.tableReads), writes: full(limits.tableWrites) };
  const index = full(limits.tableWrites);

  function metersOf({ on, reads = 0, writes = 0 }: Work): [Bucket, number, RefusalName][] {
    if (on === 'index') return [[index, writes, 'indexWrites']];
    const own = on === 'room' ? room : on === 'pin' ? pin : parts[on]!;
    const isShard = typeof on === 'number';
    return [
      [own.reads, reads, isShard ? 'shardReads' : 'roomReads'],
      [own.writes, writes, isShard ? 'shardWrites' : 'names'],
      [whole.reads, reads, 'tableReads'],
      [whole.writes, writes, 'tableWrites'],
    ];
  }

  return {
    spend(at, work) {
      const meters = work.flatMap(metersOf).filter(([, units]) => units > 0);
      // What a query takes is known only afterwards: it is let in while anything is left.
      const empty = meters.find(([bucket]) => bucket.isEmpty(at));
      if (empty) return empty[2];
      for (const [bucket, units] of meters) for (let unit = 0; unit < units; unit++) bucket.take(at);
      return undefined;
    },
  };
}
