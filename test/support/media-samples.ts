// The smallest files that begin as they should.
import { createHash, randomBytes } from 'node:crypto';
import { type MediaFile, type MediaType, mediaFileName } from '../../game/media/media-file.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

export const BEGINNINGS: Record<MediaType, Buffer> = {
  'image/webp': latin('RIFF\x24\0\0\0WEBPVP8 '),
  'image/jpeg': latin('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  'image/png': latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  'audio/mpeg': latin('ID3\x04\0\0\0\0\0\0'),
  'audio/mp4': latin('\0\0\0\x1cftypM4A \0\0\0\0'),
  'audio/ogg': latin('OggS\0\x02\0\0'),
  'audio/wav': latin('RIFF\x24\0\0\0WAVEfmt '),
  'video/mp4': latin('\0\0\0\x20ftypisom\0\0\x02\0'),
  'video/webm': latin('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm'),
};

/** Of that type by its first bytes, and of so many. */
export const sample = (type: MediaType, size = 1000): Buffer<ArrayBuffer> =>
  Buffer.concat([BEGINNINGS[type], randomBytes(size - BEGINNINGS[type].length)]);

export const wantedFor = (bytes: Uint8Array, type: MediaType): MediaFile => ({
  file: mediaFileName(createHash('sha256').update(bytes).digest('hex'), type),
  type,
  size: bytes.length,
});
