// What the dialog of brought files draws.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Draft } from '../../game/quiz/library.ts';
import type { LibraryQuiz } from '../../game/wire/server-frames.ts';
import type { Verdict } from '../../quizzes/formats/review.ts';

export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
}

/** One question of a file: each is in the review exactly once. */
export interface BroughtRow {
  /** Such as `row 12`. */
  at: string;
  verdict: Verdict | 'mended';
  /** As it stands in the file. */
  text: string;
  /** More of what is left out, for a later version. */
  kept?: string | undefined;
  /** What was changed, what is missing, or why it is left out. */
  notes: readonly string[];
  /** Absent: it cannot be taken as it is. */
  draft?: Draft | undefined;
  /** The right answer in words; undefined where something is missing. */
  answer?: string | undefined;
  isTaken: boolean;
}

export interface BroughtFile {
  name: string;
  format: string;
  title: string;
  language: string;
  remarks: readonly string[];
  rows: readonly BroughtRow[];
  /** By the name that drafts give it. */
  media: ReadonlyMap<string, Uint8Array>;
}

export interface RefusedFile {
  name: string;
  reason: string;
}

/** Which row of which file. */
export type RowPlace = readonly [file: number, row: number];

export type Bringing =
  | { step: 'choose'; refused: readonly RefusedFile[] }
  | { step: 'reading'; name: string; done: number; of: number }
  | { step: 'review'; files: readonly BroughtFile[]; refused: readonly RefusedFile[] }
  /** Questions. */
  | { step: 'saving'; done: number; of: number };

/** `editor`: the quiz that is being edited. */
export type Destination = { to: 'new'; isOne: boolean; title: string } | { to: 'own'; quiz?: LibraryQuiz } | { to: 'editor' };

export interface BringQuiz {
  /** Undefined: not open. */
  state: ReadonlySignal<Bringing | undefined>;
  destination: ReadonlySignal<Destination>;
  /** Own quizzes that the questions may go to. */
  found: ReadonlySignal<readonly LibraryQuiz[]>;
  /** @param add takes the questions instead of a quiz of their own */
  open(add?: (drafts: readonly Draft[]) => void): void;
  /** What is being read or saved is given up. */
  close(): void;
  /** Beside those that are in the review. */
  read(files: readonly DroppedFile[]): Promise<void>;
  take(place: RowPlace, isTaken: boolean): void;
  mend(place: RowPlace, draft: Draft): Promise<void>;
  sendTo(destination: Destination): void;
  find(search: string): Promise<void>;
  save(): Promise<void>;
}
