import type { QuizHead, SavedDraft } from '../quiz/library.ts';
import type { RefusalCode } from '../refusals.ts';
import type { ResultLine } from '../scoring/results.ts';
import type { Answer } from '../seats/seat.ts';
import type { PlayerStanding } from '../seats/standing.ts';
import type { HostView, RoomView, YouView } from './views.ts';

/** Of PROTOCOL.md; pages and server have to agree. */
export const PROTOCOL = 2;

/** Received and replied, epoch ms on the gateway. */
export interface Instants {
  t1: number;
  t2: number;
}
/** Question lines fetched so far, or the last seat (and how many of its answers). */
export type ResultsCursor = number | string;

export interface ShelfQuiz {
  id: string;
  title: string;
  language: string;
  questions: number;
  picture?: { file: string; alt: string } | undefined;
}
export interface LibraryQuiz extends ShelfQuiz {
  /** Epoch ms, as the others. */
  savedAt: number;
  playedAt?: number | undefined;
  binnedAt?: number | undefined;
}
export interface ShelfRoom {
  room: string;
  pin: string;
  title: string;
  language: string;
  phase: string;
  number: number;
  of: number;
  players: number;
  /** Whose results can be had. */
  games: number;
}
/** Of a POST as `multipart/form-data`: these fields, then the file as `file`. */
export interface UploadForm {
  /** Relative to the pages' own. */
  url: string;
  fields: Record<string, string>;
}
/** `re`: id of the request. `v`: the protocol, in replies. */
export interface Frames {
  /** A missing part has not changed. */
  view: {
    room?: RoomView | undefined;
    you?: YouView | undefined;
    standing?: PlayerStanding | undefined /** ms of silence until the next sync */;
    syncIn?: number;
  };
  answered: { turn: number; answer: Answer; rev: number };
  clock: object;
  left: object;
  tally: { turn: number; answered: number; waiting: number };
  refused: { code: RefusalCode; text: string; suggestion?: string | undefined };
  /** `next`: `after` of the request for more quizzes. */
  shelf: {
    quizzes: ShelfQuiz[];
    rooms: ShelfRoom[];
    join?: string | undefined;
    others?: readonly string[];
    next?: string | undefined;
  };
  /** `lookIn`: ms until the next look; `missed`: phones not reached. */
  stage: { id: string; room?: RoomView | undefined; stage?: HostView; lookIn?: number; missed?: number };
  /** Own ones, newest first; `next`: `after` of the request for more. */
  library: { quizzes: LibraryQuiz[]; next?: string | undefined };
  /** `next`: `after` of the request for more drafts. */
  quiz: { head: QuizHead; drafts: SavedDraft[]; next?: string | undefined };
  saved: { quiz: string; question?: string; version: number; savedAt: number };
  /** As it stands now: another page saved it. In reply to a save: that one was not. */
  edited: { quiz: string; head?: QuizHead | undefined; draft?: SavedDraft | undefined };
  /** Without `upload` the file is there. */
  ticket: { file: string; upload?: UploadForm };
  results: { lines: ResultLine[]; next: ResultsCursor | null };
}
export type FrameType = keyof Frames;
export type Frame<T extends FrameType = FrameType> = {
  [K in T]: { type: K; re?: string; v?: number } & Partial<Instants> & Frames[K];
}[T];
/** Largest frame, bytes (API Gateway closes at 32 KB). */
export const FRAME_BYTES = 24000;
