import { type DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { mediaNamedIn, UNNAMED_MS } from '../../../game/media/media-file.ts';
import { keyOf } from '../dynamodb/attributes.ts';
import { KEYS } from '../dynamodb/table.ts';
import { mediaFiles } from './media-files.ts';
import { MEDIA_PREFIXES } from './media-keys.ts';

interface SweepOptions {
  client: DynamoDBClient;
  table: string;
  s3: S3Client;
  bucket: string;
  /** Epoch ms. */
  now: number;
}

/**
 * Marks what neither a quiz nor a room names any more: S3 removes it as it does what was never named.
 * @returns bytes by file
 */
export async function sweepMedia({ client, table, s3, bucket, now }: SweepOptions): Promise<ReadonlyMap<string, number>> {
  const files = mediaFiles(s3, bucket);
  const swept = new Map<string, number>();
  const before = await mediaNamed(client, table);
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: s3 },
    { Bucket: bucket, Prefix: MEDIA_PREFIXES.served },
  )) {
    for (const { Key = '', Size = 0, LastModified } of Contents) {
      const file = Key.slice(MEDIA_PREFIXES.served.length);
      const isNew = !LastModified || now - LastModified.getTime() < UNNAMED_MS;
      if (isNew || before.has(file)) continue;
      await files.markUnnamed(file);
      swept.set(file, Size);
    }
  }
  // Named meanwhile.
  const after = await mediaNamed(client, table);
  for (const file of swept.keys()) {
    if (!after.has(file)) continue;
    await files.markNamed(file);
    swept.delete(file);
  }
  return swept;
}

async function mediaNamed(client: DynamoDBClient, table: string): Promise<ReadonlySet<string>> {
  const named = new Set<string>();
  const counted = KEYS.media('', '').pk;
  for await (const { Items = [] } of paginateScan({ client }, { TableName: table, ConsistentRead: true }))
    for (const item of Items) if (!keyOf(item).pk.startsWith(counted)) for (const file of mediaNamedIn(item)) named.add(file);
  return named;
}
