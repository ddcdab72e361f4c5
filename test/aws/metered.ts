// Sums the consumed capacity that an engine reports.
import type { Call, Json } from './engine.ts';

/** Read unit: 4 KB, strong; write unit: 1 KB. */
export interface Units {
  reads: number;
  writes: number;
  indexWrites: number;
}

const READS = ['GetItem', 'Query'];

/** Failed conditions count as one unit (true up to 1 KB). */
export function metered(call: Call): { call: Call; spent(): Units; reset(): void } {
  let units: Units = { reads: 0, writes: 0, indexWrites: 0 };
  return {
    async call(operation, body) {
      const answered = await call(operation, { ...body, ReturnConsumedCapacity: 'INDEXES' });
      const consumed: Json | undefined = answered.body.ConsumedCapacity;
      if (READS.includes(operation)) units.reads += consumed?.CapacityUnits ?? 0;
      else if (consumed) {
        units.writes += consumed.Table.CapacityUnits;
        const indexes: Json[] = Object.values(consumed.GlobalSecondaryIndexes ?? {});
        units.indexWrites += indexes.reduce((sum, index) => sum + index.CapacityUnits, 0);
      } else if (String(answered.body.__type).includes('ConditionalCheckFailed')) units.writes += 1;
      return answered;
    },
    spent: () => ({ ...units }),
    reset() {
      units = { reads: 0, writes: 0, indexWrites: 0 };
    },
  };
}
