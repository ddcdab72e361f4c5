// What the screens draw: two models of signals. `seat.ts` and `stage.ts` make them; screens know nothing of sockets.
import type { ReadonlySignal } from '@preact/signals';
import type { ShelfQuiz, ShelfRoom } from '../game/messages.ts';
import type { Move } from '../game/moves.ts';
import type { Standing } from '../game/place.ts';
import type { RefusalCode } from '../game/refusals.ts';
import type { Results } from '../game/results.ts';
import type { Part } from '../game/turn.ts';
import type { RoomView, StageView, YouView } from '../game/views.ts';

/** `connecting` is the first time; `lost` heals itself. Screens speak of either only after 300 ms. */
export type Line = 'connecting' | 'open' | 'lost';

/** A refusal to show: the code chooses the words. */
export interface Told {
  code: RefusalCode;
  suggestion?: string | undefined;
}

/** Common to both pages. */
export interface Watching {
  line: ReadonlySignal<Line>;
  room: ReadonlySignal<RoomView | undefined>;
  /** The part of the current question, switched at the common instants; undefined outside the question phase. */
  part: ReadonlySignal<Part | undefined>;
  /** The common clock, epoch ms on the server's side. */
  now(): number;
}

export interface PlayerModel extends Watching {
  /**
   * `outside`: not in a room (ask for PIN and name); `joining`; `in`; `taken`: another tab plays this seat;
   * `removed`: by the host; `over`: the room is closed or gone.
   */
  status: ReadonlySignal<'outside' | 'joining' | 'in' | 'taken' | 'removed' | 'over'>;
  /** The PIN from the address or the last room, to fill in. */
  pin: ReadonlySignal<string>;
  you: ReadonlySignal<YouView | undefined>;
  /** Own points, rank, streak; undefined before the first reveal of a game. */
  standing: ReadonlySignal<Standing | undefined>;
  /** The answer to the current turn: chosen here, and whether the server has it. */
  answer: ReadonlySignal<{ value: string; sent: boolean } | undefined>;
  /** How many answered, how many are waited for; undefined until told. */
  tally: ReadonlySignal<{ answered: number; waiting: number } | undefined>;
  /** The last refusal of a form (join, rename), until the next try. */
  told: ReadonlySignal<Told | undefined>;
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

export interface HostModel extends Watching {
  /** `noKey`: no or wrong host link; `shelf`: choosing a quiz or a room; `in`: hosting; `taken`: another page hosts this room. */
  status: ReadonlySignal<'noKey' | 'loading' | 'shelf' | 'in' | 'taken'>;
  /** `join`: the address to show to players; without it, the page's own. */
  shelf: ReadonlySignal<{ quizzes: ShelfQuiz[]; rooms: ShelfRoom[]; join?: string | undefined } | undefined>;
  stage: ReadonlySignal<StageView | undefined>;
  /** What the one big button does now; undefined while the room moves by itself. */
  next: ReadonlySignal<Move | undefined>;
  /** A move or an opening is under way. */
  busy: ReadonlySignal<boolean>;
  told: ReadonlySignal<Told | undefined>;
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
  toShelf(): void;
  /** From `taken`: host here again. */
  hostHere(): void;
}
