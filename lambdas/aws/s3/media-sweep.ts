import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { UNNAMED_MS } from '../../../game/media/media-file.ts';
import { BINNED_MS } from '../../../game/quiz/library.ts';
import { dynamoItems } from '../dynamodb/items.ts';
import { libraryVerbs } from '../dynamodb/library.ts';
import { tableContents } from '../dynamodb/table-contents.ts';
import { mediaFiles } from './media-files.ts';
import { MEDIA_PREFIXES, UNNAMED } from './media-keys.ts';

interface SweepOptions {
  client: DynamoDBClient;
  table: string;
  s3: S3Client;
  bucket: string;
  /** Epoch ms. */
  now: number;
  pause: (ms: number) => Promise<unknown>;
}

interface Swept {
  files: string[];
  bytes: number;
  /** Ids. */
  quizzes: string[];
}

/** As the host function lives: whatever it was writing is in the table then. */
const WRITTEN_MS = 30_000;
/** A run comes each day, and not to the minute. */
const MARGIN_MS = UNNAMED_MS / 6;

/**
 * Deletes quizzes whose time in the bin is over, and lets go of files that nothing named in two runs, a day apart:
 * S3 removes them as it does what was never named.
 */
export async function sweep({ client, table, s3, bucket, now, pause }: SweepOptions): Promise<Swept> {
  const files = mediaFiles(s3, bucket);
  const gone = new Map<string, number>();
  const { named, binned } = await tableContents(client, table, { pause });
  const over = binned.filter(({ binnedAt }) => now - binnedAt > BINNED_MS);
  const { deleteQuiz } = libraryVerbs(dynamoItems(client, table));
  for (const { owner, quiz, binnedAt } of over) await deleteQuiz(owner, quiz, binnedAt);
  const listed = paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: MEDIA_PREFIXES.served });
  for await (const { Contents = [] } of listed) {
    for (const { Key = '', Size = 0 } of Contents) {
      const file = Key.slice(MEDIA_PREFIXES.served.length);
      if (named.has(file)) continue;
      const mark = await files.markOf(file);
      if (mark === UNNAMED.yes) continue;
      // NaN: it was named, or never marked; naming it again takes the mark away.
      const unnamedFor = now - Date.parse(mark ?? '');
      if (unnamedFor < UNNAMED_MS - MARGIN_MS) continue;
      const isOver = unnamedFor < 2 * UNNAMED_MS - MARGIN_MS;
      await files.mark(file, isOver ? UNNAMED.yes : new Date(now).toISOString());
      if (isOver) gone.set(file, Size);
    }
  }
  if (gone.size) {
    await pause(WRITTEN_MS);
    const since = await tableContents(client, table, { pause, fresh: true });
    for (const file of gone.keys()) if (since.named.has(file) && (await files.mark(file, UNNAMED.no))) gone.delete(file);
  }
  return {
    files: [...gone.keys()],
    bytes: [...gone.values()].reduce((sum, size) => sum + size, 0),
    quizzes: over.map(({ quiz }) => quiz),
  };
}
