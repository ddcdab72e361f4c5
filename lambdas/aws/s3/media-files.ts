import {
  CopyObjectCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  NotFound,
  PutObjectTaggingCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { beginsAs, FIRST_BYTES, type MediaFile } from '../../../game/media/media-file.ts';
import type { UploadForm } from '../../../game/wire/server-frames.ts';
import { MEDIA_CACHE_CONTROL, MEDIA_KEYS, UNNAMED } from './media-keys.ts';

/** As of one machine's. */
const TICKET_S = 900;

export interface MediaFiles {
  isThere(file: string): Promise<boolean>;
  /** Posts one file: S3 checks its key, type, size and hash, and stores nothing else. */
  form(wanted: MediaFile): Promise<UploadForm>;
  /** `none`: nothing was posted. `wrong`: it does not begin as a file of its type. */
  takeIn(wanted: MediaFile): Promise<'taken' | 'none' | 'wrong'>;
  /** @returns false: it is not there */
  mark(file: string, mark: string): Promise<boolean>;
  markOf(file: string): Promise<string | undefined>;
}

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
const checksumOf = ({ file }: MediaFile) => base64(file.slice(0, 64));

export function mediaFiles(s3: S3Client, Bucket: string): MediaFiles {
  async function head(Key: string) {
    try {
      return await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
  async function firstBytes(Key: string): Promise<Uint8Array> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, Range: `bytes=0-${FIRST_BYTES - 1}` }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  }

  async function ifThere<T>(sent: Promise<T>): Promise<T | undefined> {
    try {
      return await sent;
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  }

  return {
    isThere: async (file) => (await head(MEDIA_KEYS.served(file))) !== undefined,
    async form(wanted) {
      const { file, type, size } = wanted;
      const { url, fields } = await createPresignedPost(s3, {
        Bucket,
        Key: MEDIA_KEYS.posted(file),
        Fields: {
          'Content-Type': type,
          'Cache-Control': MEDIA_CACHE_CONTROL,
          'x-amz-checksum-algorithm': 'SHA256',
          'x-amz-checksum-sha256': checksumOf(wanted),
        },
        Conditions: [['content-length-range', size, size]],
        Expires: TICKET_S,
      });
      return { url, fields };
    },
    async takeIn(wanted) {
      const key = MEDIA_KEYS.posted(wanted.file);
      const posted = await head(key);
      if (!posted) return 'none';
      if (posted.ChecksumSHA256 !== checksumOf(wanted) || !beginsAs(wanted.type, await firstBytes(key))) return 'wrong';
      await s3.send(
        new CopyObjectCommand({
          Bucket,
          Key: MEDIA_KEYS.served(wanted.file),
          CopySource: `${Bucket}/${key}`,
          TaggingDirective: 'REPLACE',
          Tagging: `${UNNAMED.tag}=${UNNAMED.yes}`,
        }),
      );
      return 'taken';
    },
    async mark(file, Value) {
      const Tagging = { TagSet: [{ Key: UNNAMED.tag, Value }] };
      const marking = s3.send(new PutObjectTaggingCommand({ Bucket, Key: MEDIA_KEYS.served(file), Tagging }));
      return (await ifThere(marking)) !== undefined;
    },
    async markOf(file) {
      const tags = await ifThere(s3.send(new GetObjectTaggingCommand({ Bucket, Key: MEDIA_KEYS.served(file) })));
      return tags?.TagSet?.find(({ Key }) => Key === UNNAMED.tag)?.Value;
    },
  };
}
