// DynamoDB throughput limits in simulated time.
import { type Bucket, tokenBucket } from '../../local/gateway/token-bucket.ts';
import type { AccountLimits } from './limits.ts';
import type { RefusalName } from './refusals.ts';

/** Capacity units on one partition (number: shard) or the index. */
export interface Work {
  on: 'pin' | 'room' | 'index' | number;
  reads?: number;
  writes?: number;
}

export interface Table {
  /** Spends all or nothing. @returns the limit that refused */
  spend(at: number, work: readonly Work[]): RefusalName | undefined;
}

/** DynamoDB burst capacity is not guaranteed, so one second only. */
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
      // DynamoDB charges a query afterwards: admit while any capacity remains.
      const empty = meters.find(([bucket]) => bucket.isEmpty(at));
      if (empty) return empty[2];
      for (const [bucket, units] of meters) for (let unit = 0; unit < units; unit++) bucket.take(at);
      return undefined;
    },
  };
}
