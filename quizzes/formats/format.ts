// What every reader of another program's quiz file takes and gives.
import type { KindName } from '../../game/quiz/questions/index.ts';

export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
}

/** One question of the file, as far as it could be understood. A draft may have faults; the quiz's own checks find them. */
export type Entry =
  | {
      outcome: 'read';
      /** Such as `row 12`, `line 40`, `item 3`. */
      at: string;
      draft: Draft;
      /** What was changed, in words; empty: taken as it is. */
      changes: string[];
    }
  | {
      outcome: 'left';
      at: string;
      /** As it stood, at most 200 characters. */
      text: string;
      /** The beginning of what stood there, where `text` has not all of it: a later version may take it. */
      kept?: string;
      reason: string;
    };

/** Like a question of a quiz file, but any field may be missing or faulty. */
export type Draft = { kind: KindName; text: string; [field: string]: unknown };

export interface Brought {
  format: string;
  title?: string;
  language?: string;
  /** Questions in the file, where they were counted before any was read: as many as entries. */
  found?: number;
  entries: Entry[];
  /** About the whole file. */
  remarks: string[];
  /** By the name that a draft's `picture.file` gives. */
  media: Map<string, Uint8Array>;
}

/** @param Reading a promise where a library needs time */
export interface Format<Reading extends Brought | Promise<Brought> = Brought> {
  name: string;
  /** By content, never by name alone. */
  recognises(file: DroppedFile): boolean;
  /** Throws on nothing: what cannot be read is an entry, or a remark where the whole file cannot. */
  read(file: DroppedFile): Reading;
}

export type AnyFormat = Format | Format<Promise<Brought>>;
