import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { mediaNamedIn } from '../../../game/media/media-file.ts';
import { keyOf, number } from './attributes.ts';
import { headFromKey, KEYS } from './table.ts';

interface TableContents {
  /** Files that a quiz or a room names. */
  named: ReadonlySet<string>;
  binned: { owner: string; quiz: string; binnedAt: number }[];
}

interface ScanOptions {
  pause: (ms: number) => Promise<unknown>;
  /** Strongly consistent, at twice the price. */
  fresh?: boolean;
}

/** Between pages of 1 MB: half of what one partition gives stays the games'. */
const PAGE_PAUSE_MS = 100;

/** Reads the whole table. */
export async function tableContents(
  client: DynamoDBClient,
  TableName: string,
  { pause, fresh = false }: ScanOptions,
): Promise<TableContents> {
  const named = new Set<string>();
  const binned: TableContents['binned'] = [];
  const counted = KEYS.media('', '').pk;
  for await (const { Items = [], LastEvaluatedKey } of paginateScan({ client }, { TableName, ConsistentRead: fresh })) {
    for (const item of Items) {
      const key = keyOf(item);
      // What counts for a host is kept by nothing.
      if (key.pk.startsWith(counted)) continue;
      for (const file of mediaNamedIn(item)) named.add(file);
      const [head, binnedAt] = [headFromKey(key), number(item, 'binnedAt')];
      if (head && binnedAt !== undefined) binned.push({ ...head, binnedAt });
    }
    if (LastEvaluatedKey) await pause(PAGE_PAUSE_MS);
  }
  return { named, binned };
}
