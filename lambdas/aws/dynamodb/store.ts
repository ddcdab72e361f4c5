// Conditional writes settle every race.
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Store } from '../../ports/ports.ts';
import { archiveVerbs } from './archive.ts';
import { hostVerbs } from './hosts.ts';
import { dynamoItems } from './items.ts';
import { libraryVerbs } from './library.ts';
import { roomVerbs } from './rooms.ts';
import { seatVerbs } from './seats.ts';
import { standingsVerbs } from './standings.ts';

interface StoreOptions {
  onCapacity?: (capacity: ConsumedCapacity) => void;
  indexRetriesMs?: readonly number[];
}

/** @param now epoch ms */
export function dynamoStore(client: DynamoDBClient, table: string, now: () => number, options: StoreOptions = {}): Store {
  const items = dynamoItems(client, table, options.onCapacity);
  return {
    ...hostVerbs(items, now),
    ...libraryVerbs(items),
    ...roomVerbs(items, now),
    ...seatVerbs(items, options.indexRetriesMs ?? [100, 400, 1000]),
    ...archiveVerbs(items),
    ...standingsVerbs(items),
  };
}
