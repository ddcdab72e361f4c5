// What the screens draw: two models of signals. `seat.ts` and `stage.ts` make them; screens know nothing of sockets.
import type { ReadonlySignal } from '@preact/signals';
import type { RefusalCode } from '../../game/refusals.ts';
import type { NextMove } from '../../game/room/next-move.ts';
import type { QuestionPhase } from '../../game/room/round.ts';
import type { Move } from '../../game/room/transitions.ts';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { ShelfQuiz, ShelfRoom } from '../../game/wire/server-frames.ts';
import type { HostView, RoomView, YouView } from '../../game/wire/views.ts';
import type { Results } from '../host/podium/gather-results.ts';

/** `connecting` is the first time; `lost` heals itself. Screens speak of either only after 300 ms. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost';

/** A refusal to show: the code chooses the words. */
export interface RefusalNotice {
  code: RefusalCode;
  suggestion?: string | undefined;
}

/** Common to both pages. */
export interface PageModel {
  connectionStatus: ReadonlySignal<ConnectionStatus>;
  room: ReadonlySignal<RoomView | undefined>;
  /** The part of the current question, switched at the common instants; undefined outside the question phase. */
  questionPhase: ReadonlySignal<QuestionPhase | undefined>;
  /** The common clock, epoch ms on the server's side. */
  now(): number;
}

export interface PlayerModel extends PageModel {
  /**
   * `outside`: not in a room (ask for PIN and name); `joining`; `in`; `taken`: another tab plays this seat;
   * `removed`: by the host; `over`: the room is closed or gone.
   */
  status: ReadonlySignal<'outside' | 'joining' | 'in' | 'taken' | 'removed' | 'over'>;
  /** The PIN from the address or the last room, to fill in. */
  pin: ReadonlySignal<string>;
  you: ReadonlySignal<YouView | undefined>;
  /** Own points, rank, streak; undefined before the first reveal of a game. */
  standing: ReadonlySignal<PlayerStanding | undefined>;
  /** The answer to the current turn: chosen here, and whether the server has it. */
  answer: ReadonlySignal<{ value: string; sent: boolean } | undefined>;
  /** How many answered, how many are waited for; undefined until told. */
  tally: ReadonlySignal<{ answered: number; waiting: number } | undefined>;
  /** The last refusal of a form (join, rename), until the next try. */
  refusal: ReadonlySignal<RefusalNotice | undefined>;
  /** @param colours of the second step, where there is one */
  join(pin: string, name: string, colours?: string): void;
  /** @param value as the kind encodes it: option numbers from 1, ascending, `2` or `1,3` */
  choose(value: string): void;
  rename(name: string): Promise<boolean>;
  /** "Not Ann? Join as somebody else": gives the seat up (in the lobby) or leaves it, and asks for a name again. */
  leave(): void;
  /** From `taken`: take the seat back to this tab. */
  playHere(): void;
}

export interface HostModel extends PageModel {
  /** `noKey`: no or wrong host link; `shelf`: choosing a quiz or a room; `in`: hosting; `taken`: another page hosts this room. */
  status: ReadonlySignal<'noKey' | 'loading' | 'shelf' | 'in' | 'taken'>;
  /** `join`: the address to show to players; without it, the page's own. */
  library: ReadonlySignal<{ quizzes: ShelfQuiz[]; rooms: ShelfRoom[]; join?: string | undefined } | undefined>;
  hostView: ReadonlySignal<HostView | undefined>;
  /** What the one big button does now; undefined while the room moves by itself. */
  nextMove: ReadonlySignal<NextMove | undefined>;
  /** A move or an opening is under way. */
  busy: ReadonlySignal<boolean>;
  refusal: ReadonlySignal<RefusalNotice | undefined>;
  open(quiz: string, speed: boolean): void;
  /** Go on hosting an open room. */
  enter(room: string): void;
  move(move: Move): void;
  remove(seat: string): void;
  /** Whoever joined in the last so many seconds has not. */
  undoJoins(seconds: number): void;
  /** How many names `stage.names` should hold (200 at most). */
  wantNames(count: number): void;
  /** Fetched page by page; `progress` is told of the share that is here (0 to 1). */
  results(progress: (share: number) => void): Promise<Results>;
  /** Back to the shelf; the room stays open. */
  toLibrary(): void;
  /** From `taken`: host here again. */
  hostHere(): void;
}
