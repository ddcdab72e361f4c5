// What the screens draw; they know nothing of sockets.
import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { NextMove } from '../../game/room/next-move.ts';
import type { QuestionPhase } from '../../game/room/round.ts';
import type { Move } from '../../game/room/transitions.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { ShelfQuiz, ShelfRoom } from '../../game/wire/server-frames.ts';
import type { HostView, RoomView, YouView } from '../../game/wire/views.ts';
import type { Results } from '../connection/gather-results.ts';
import type { ConnectionStatus, RefusalNotice } from '../connection/status.ts';
import type { LibraryModel } from './library-model.ts';

export interface PageModel {
  connectionStatus: ReadonlySignal<ConnectionStatus>;
  room: ReadonlySignal<RoomView | undefined>;
  /** Undefined outside the question phase. */
  questionPhase: ReadonlySignal<QuestionPhase | undefined>;
  /** Server time, epoch ms. */
  now(): number;
}

export interface PlayerModel extends PageModel {
  /** `taken`: another tab plays this seat; `over`: the room is gone. */
  status: ReadonlySignal<'outside' | 'joining' | 'in' | 'taken' | 'removed' | 'over'>;
  /** From the address or the last room. */
  pin: ReadonlySignal<string>;
  you: ReadonlySignal<YouView | undefined>;
  /** Undefined before the first reveal, and of who has no part in it; while it is settling the last known. */
  standing: ReadonlySignal<PlayerStanding | undefined>;
  /** It is being asked for. */
  isSettling: ReadonlySignal<boolean>;
  /** To the current round; `sent`: acknowledged. */
  answer: ReadonlySignal<{ value: string; sent: boolean } | undefined>;
  /** Undefined until the first tally. */
  tally: ReadonlySignal<{ answered: number; waiting: number } | undefined>;
  refusal: ReadonlySignal<RefusalNotice | undefined>;
  /** @param colours with two-step join */
  join(pin: string, name: string, colours?: string): void;
  /** @param value as the kind encodes it: `2` or `1,3` */
  choose(value: string): void;
  rename(name: string): Promise<boolean>;
  /** "Not Ann?": gives the seat up. */
  leave(): void;
  playHere(): void;
}

export interface ResultsOf {
  /** Default: the one that is hosted. */
  room?: string;
  /** From 0; default: the room's last. */
  game?: number;
  players: number;
}

/** What the screens of a room draw. */
export interface RoomModel extends PageModel {
  /** `noKey`: no valid host link; `taken`: hosted elsewhere. */
  status: ReadonlySignal<'noKey' | 'loading' | 'shelf' | 'in' | 'taken'>;
  /** Where players go, without `http://`. */
  joinAddress: ReadonlySignal<string>;
  /** Shows the next address that phones may reach; absent when there is one only. */
  nextAddress: ReadonlySignal<(() => void) | undefined>;
  /** Nobody has come to this lobby for a minute, and the network may be why. */
  phonesAreMissing: ReadonlySignal<boolean>;
  hostView: ReadonlySignal<HostView | undefined>;
  /** The main button's command, if any. */
  nextMove: ReadonlySignal<NextMove | undefined>;
  busy: ReadonlySignal<boolean>;
  /** Of what questions play, 0 to 1; absent: nothing is played here. */
  loudness?: Signal<number>;
  refusal: ReadonlySignal<RefusalNotice | undefined>;
  move(move: Move): void;
  remove(seat: string): void;
  /** Past the word filter. */
  renamePlayer(seat: string, name: string): void;
  undoJoins(seconds: number): void;
  /** Names to fetch, at most 200. */
  wantNames(count: number): void;
  /** @param progress called with the share fetched, 0 to 1 */
  results(of: ResultsOf, progress: (share: number) => void): Promise<Results>;
  /** The room stays open. */
  toLibrary(): void;
}

export interface HostModel extends RoomModel, LibraryModel {
  library: ReadonlySignal<{ quizzes: ShelfQuiz[]; rooms: ShelfRoom[] } | undefined>;
  /** Which quiz a room is being opened with. */
  opening: ReadonlySignal<string | undefined>;
  open(quiz: string, own: boolean): void;
  enter(room: string): void;
  hostHere(): void;
}
