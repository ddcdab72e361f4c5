import { S3Client } from '@aws-sdk/client-s3';
import { mediaNamedIn } from '../../../game/media/media-file.ts';
import type { LibraryStore } from '../../ports/library.ts';
import type { MediaStore } from '../../ports/media.ts';
import { inFlight } from '../calls-in-flight.ts';
import type { Items } from '../dynamodb/items.ts';
import { hostLedger } from './host-ledger.ts';
import { mediaFiles } from './media-files.ts';
import { s3MediaStore } from './media-store.ts';

/** A copy of the longest video takes S3 a second or two. */
export function bucketClient(): S3Client {
  const client = new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
  });
  client.middlewareStack.add(inFlight, { step: 'initialize', name: 'inFlight' });
  return client;
}

export const mediaNamedBy =
  ({ heads, drafts }: Pick<LibraryStore, 'heads' | 'drafts'>) =>
  async (host: string): Promise<ReadonlySet<string>> => {
    const names = new Set<string>();
    // One after the other: a thousand quizzes are many rows.
    for (const { id } of await heads(host)) for (const file of mediaNamedIn(await drafts(host, id))) names.add(file);
    return names;
  };

interface BucketMediaOptions {
  bucket: string;
  items: Items;
  library: LibraryStore;
  /** Epoch ms. */
  now: () => number;
}

export const bucketMedia = ({ bucket, items, library, now }: BucketMediaOptions): MediaStore =>
  s3MediaStore({
    files: mediaFiles(bucketClient(), bucket),
    ledger: hostLedger(items, now),
    namedBy: mediaNamedBy(library),
    now,
  });
