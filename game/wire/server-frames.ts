// Every frame that the server sends; PROTOCOL.md explains them.

import type { RefusalCode } from '../refusals.ts';
import type { ResultLine } from '../scoring/results.ts';
import type { Answer } from '../seats/seat.ts';
import type { PlayerStanding } from '../seats/standing.ts';
import type { HostView, RoomView, YouView } from './views.ts';

/** The gateway's two instants, with every reply: received, and replied. Epoch ms. */
export interface Instants {
  t1: number;
  t2: number;
}
/** How far the results have been fetched: so many question lines, or the players up to this seat id. */
export type ResultsCursor = number | string;

export interface ShelfQuiz {
  id: string;
  title: string;
  language: string;
  questions: number;
  /** The first picture, for the cover. */
  picture?: { file: string; alt: string } | undefined;
}
export interface ShelfRoom {
  room: string;
  pin: string;
  title: string;
  phase: string;
  number: number;
  of: number;
  players: number;
}
/** Everything that the server says, by its `type`. `re` is the id of the request that it answers. */
export interface Frames {
  /** What is newer than what the client has; a part that is missing has not changed. */
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
  /** `join`: where players go, if not to the host page's own address. */
  shelf: { quizzes: ShelfQuiz[]; rooms: ShelfRoom[]; join?: string | undefined };
  /** The host's view. `lookIn`: ms until the next look; `missed`: phones that the last announcement did not reach. */
  stage: { id: string; room?: RoomView | undefined; stage?: HostView; lookIn?: number; missed?: number };
  results: { lines: ResultLine[]; next: ResultsCursor | null };
}
export type FrameType = keyof Frames;
export type Frame<T extends FrameType = FrameType> = {
  [K in T]: { type: K; re?: string } & Partial<Instants> & Frames[K];
}[T];
/** No frame is larger than this, either way, bytes (API Gateway closes a connection at 32 KB). */
export const FRAME_BYTES = 24000;
