import { utf8Bytes } from '../../game/utf8.ts';
import { FRAME_BYTES, type Frame } from '../../game/wire/server-frames.ts';

/**
 * Every frame leaves as this text.
 * @throws for one of more than FRAME_BYTES, a fault of ours: API Gateway would close on it, or bill it twice
 */
export const frameText = (frame: Frame): string => withinFrame(JSON.stringify(frame));

function withinFrame(text: string): string {
  // A code unit is three bytes at most.
  if (3 * text.length <= FRAME_BYTES) return text;
  const bytes = utf8Bytes(text);
  if (bytes > FRAME_BYTES) throw new Error(`A frame has ${bytes} bytes, more than ${FRAME_BYTES}: ${text.slice(0, 60)}`);
  return text;
}

/** As many of the first rows as have `bytes` together, with their commas. */
export function fitting<Row>(rows: readonly Row[], bytes: number): Row[] {
  let left = bytes;
  const end = rows.findIndex((row) => {
    left -= utf8Bytes(JSON.stringify(row)) + 1;
    return left < 0;
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}
