import { S3Client } from '@aws-sdk/client-s3';
import type { MediaStore } from '../../ports/media.ts';
import type { Items } from '../dynamodb/items.ts';
import { mediaFiles } from './media-files.ts';
import { s3MediaStore } from './media-store.ts';

/** A copy of the longest video takes S3 a second or two. */
const client = () =>
  new S3Client({
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
  });

/** @param now epoch ms */
export const bucketMedia = (bucket: string, items: Items, now: () => number): MediaStore =>
  s3MediaStore({ files: mediaFiles(client(), bucket), items, now });
