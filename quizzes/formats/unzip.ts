// Of a zip, what is asked for by name, never more than its bounds. Names are keys here: no file is written.
import { Gunzip, Inflate } from 'fflate';

export interface ZipLimits {
  /** Of all that is asked for, inflated; bytes. */
  total: number;
  /** Of one file, inflated; bytes. */
  each: number;
}

interface ZipEntry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packed: number;
  size: number;
  header: number;
}

const MOST_ENTRIES = 20_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const HEADER = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const CHUNK = 16_384;

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function endOf(bytes: Uint8Array): number | undefined {
  const data = view(bytes);
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT); at--)
    if (data.getUint32(at, true) === END) return at;
  return undefined;
}

/** Sizes and place as ZIP64 keeps them: only those that did not fit, in this order. */
function wide(data: DataView, from: number, to: number, narrow: readonly number[]): number[] {
  for (let at = from; at + 4 <= to; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return narrow.map((value) => {
      if (value !== IN_ZIP64 || next + 8 > to) return value;
      next += 8;
      return Number(data.getBigUint64(next - 8, true));
    });
  }
  return [...narrow];
}

/** The directory at the end. @throws RangeError when it is damaged */
function entriesOf(bytes: Uint8Array): ZipEntry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const data = view(bytes);
  const entries: ZipEntry[] = [];
  let at = data.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && data.getUint32(at, true) === ENTRY && entries.length <= MOST_ENTRIES) {
    const lengths = [28, 30, 32].map((field) => data.getUint16(at + field, true));
    const [name = 0, extra = 0, comment = 0] = lengths;
    const narrow = [24, 20, 42].map((field) => data.getUint32(at + field, true));
    const [size = 0, packed = 0, header = 0] = wide(data, at + 46 + name, at + 46 + name + extra, narrow);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      method: data.getUint16(at + 10, true),
      isEncrypted: data.getUint16(at + 8, true) % 2 === 1,
      packed,
      size,
      header,
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** @returns undefined when it is larger. @throws when it is damaged */
function inflated(packed: Uint8Array, most: number, Stream: typeof Inflate | typeof Gunzip = Inflate): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let total = 0;
  const stream = new Stream((part) => {
    total += part.length;
    if (total <= most) parts.push(part);
  });
  // Little by little: 16 KB are 16 MB at most.
  for (let at = 0; at < packed.length && total <= most; at += CHUNK)
    stream.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  if (total > most) return undefined;
  const whole = new Uint8Array(total);
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
}

function content(bytes: Uint8Array, { header, packed, method }: ZipEntry, most: number): Uint8Array | undefined {
  const data = view(bytes);
  if (data.getUint32(header, true) !== HEADER) throw new RangeError('no header');
  const from = header + 30 + data.getUint16(header + 26, true) + data.getUint16(header + 28, true);
  const within = bytes.subarray(from, from + packed);
  if (method === 0) return within.length > most ? undefined : new Uint8Array(within);
  if (method !== 8) throw new RangeError('another method');
  return inflated(within, most);
}

const mb = (bytes: number) => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

/**
 * What a zip holds of the files asked for.
 * @param isWanted by the name as it stands, which may be anything
 */
export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  { total, each }: ZipLimits,
): Map<string, Uint8Array> | { refused: string } {
  try {
    const entries = entriesOf(bytes);
    if (!entries) return { refused: 'This zip file is damaged: its list of files is missing.' };
    if (entries.length > MOST_ENTRIES) return { refused: `This zip file holds more than ${MOST_ENTRIES} files.` };
    const files = new Map<string, Uint8Array>();
    let left = total;
    for (const entry of entries.filter(({ name }) => isWanted(name))) {
      if (entry.isEncrypted) return { refused: 'This zip file is locked with a password.' };
      const whole = entry.size > each || entry.size > left ? undefined : content(bytes, entry, Math.min(each, left));
      if (!whole) return { refused: `Unpacked, this file is too large: more than ${mb(Math.min(each, left))}.` };
      left -= whole.length;
      files.set(entry.name, whole);
    }
    return files;
  } catch {
    return { refused: 'This zip file is damaged.' };
  }
}

/** @returns undefined where it is damaged, or larger than `most` bytes */
export function gunzip(bytes: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflated(bytes, most, Gunzip);
  } catch {
    return undefined;
  }
}

/** The names of all files in a zip; none where it is damaged. */
export function namesInZip(bytes: Uint8Array): string[] {
  try {
    return (entriesOf(bytes) ?? []).map(({ name }) => name);
  } catch {
    return [];
  }
}
