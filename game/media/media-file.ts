const MB = 1_000_000;

/**
 * What a host may bring: its ending, bytes at most, and how such a file begins,
 * a character for each byte. Sources: the WHATWG's MIME sniffing standard, RFC 9559 (WebM).
 */
export const MEDIA_TYPES = {
  'image/webp': { ending: 'webp', most: 2 * MB, begins: /^RIFF.{4}WEBPVP8/s },
  'image/jpeg': { ending: 'jpg', most: 2 * MB, begins: /^\xff\xd8\xff/ },
  'image/png': { ending: 'png', most: 2 * MB, begins: /^\x89PNG\r\n\x1a\n/ },
  // A tag, or a frame of layer III.
  'audio/mpeg': { ending: 'mp3', most: 10 * MB, begins: /^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/ },
  'audio/mp4': { ending: 'm4a', most: 10 * MB, begins: /^.{4}ftyp(M4[AB] |iso\w|mp4\d|dash)/s },
  'audio/ogg': { ending: 'ogg', most: 10 * MB, begins: /^OggS\0/ },
  'audio/wav': { ending: 'wav', most: 10 * MB, begins: /^RIFF.{4}WAVE/s },
  'video/mp4': { ending: 'mp4', most: 50 * MB, begins: /^.{4}ftyp(M4V\w?|iso\w|mp4\d|avc1|MSNV|dash)/s },
  'video/webm': { ending: 'webm', most: 50 * MB, begins: /^\x1a\x45\xdf\xa3.*webm/s },
} as const;

export type MediaType = keyof typeof MEDIA_TYPES;

export interface MediaFile {
  /** SHA-256 of its content in hexadecimal digits, and its type's ending: says nothing, and never changes. */
  file: string;
  type: MediaType;
  /** Bytes. */
  size: number;
}

/** So many first bytes tell the type. */
export const FIRST_BYTES = 64;

/** Of one host: some 5,000 pictures as the editor makes them, or 20 of the longest videos. */
export const HOST_BYTES = 1000 * MB;

/** What nobody names goes after so long, ms: time enough to come back to a half-made question. */
export const UNNAMED_MS = 86_400_000;

export const isMediaType = (type: string): type is MediaType => Object.hasOwn(MEDIA_TYPES, type);

/** @param hash SHA-256, 64 hexadecimal digits in lower case */
export const mediaFileName = (hash: string, type: MediaType): string => `${hash}.${MEDIA_TYPES[type].ending}`;

/** Undefined: no name of ours. */
export const mediaTypeOf = (file: string): MediaType | undefined =>
  /^[0-9a-f]{64}\.[a-z\d]+$/.test(file) ? typeByEnding(file) : undefined;

/** Of any file that says what it is. */
export const typeByEnding = (file: string): MediaType | undefined =>
  Object.keys(MEDIA_TYPES)
    .filter(isMediaType)
    .find((type) => file.toLowerCase().endsWith(`.${MEDIA_TYPES[type].ending}`));

/** Sound or video. */
export const isPlayed = (file: string): boolean => !(typeByEnding(file)?.startsWith('image/') ?? true);

/** Whether a file of this type begins so. */
export const beginsAs = (type: MediaType, bytes: Uint8Array): boolean =>
  MEDIA_TYPES[type].begins.test(String.fromCharCode(...bytes.subarray(0, FIRST_BYTES)));

/** Each that a quiz or a question names, whatever it is to it. */
export const mediaNamedIn = (quiz: unknown): string[] =>
  [...new Set(JSON.stringify(quiz).match(/\b[0-9a-f]{64}\.\w+/g))].filter((file) => mediaTypeOf(file) !== undefined);
