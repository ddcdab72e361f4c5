// One on-demand table; every race is settled by a conditional write.
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store } from '../../ports/ports.ts';
import { dynamoItems } from './items.ts';
import { roomVerbs } from './rooms.ts';
import { seatVerbs } from './seats.ts';
import { standingsVerbs } from './standings.ts';

interface StoreOptions {
  /** Called with the consumed capacity of every call. */
  onCapacity?: (capacity: ConsumedCapacity) => void;
  /** Waits before retrying the index, ms. */
  indexRetriesMs?: readonly number[];
}

/** @param now epoch ms; expired items are filtered */
export function dynamoStore(client: DynamoDBClient, table: string, now: () => number, options: StoreOptions = {}): Store {
  const items = dynamoItems(client, table, options.onCapacity);
  return { ...roomVerbs(items, now), ...seatVerbs(items, options.indexRetriesMs ?? [100, 400, 1000]), ...standingsVerbs(items) };
}
