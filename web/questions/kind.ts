import type { FunctionComponent } from 'preact';
import type { Asked, KindName, Types } from '../../game/quiz/questions/index.ts';

export interface PadProps<N extends KindName> {
  asked: Asked<N>;
  /** Answers are taken. */
  open: boolean;
  chosen: { value: string; sent: boolean } | undefined;
  choose(value: string): void;
}

export interface BoardProps<N extends KindName> {
  asked: Asked<N>;
  open: boolean;
  /** So far, of questions that are not graded. */
  live: Types[N]['summary'] | undefined;
}

export interface OutcomeProps<N extends KindName> {
  asked: Asked<N>;
  /** Of the quiz, BCP 47. */
  language: string;
}

/** What a player sees of a kind. */
export interface KindOnPhone<N extends KindName> {
  /** What to do while it is open. */
  call: string;
  Pad: FunctionComponent<PadProps<N>>;
  /** 0 to 1 for an own answer, once the outcome is known; absent: not graded. */
  credit?(asked: Asked<N>, text: string): number;
  /** From the reveal on: what was right, or what the room answered. */
  Outcome: FunctionComponent<OutcomeProps<N>>;
  /** The same in a sentence. */
  spoken(asked: Asked<N>): string;
}

/** What the room sees of it. */
export interface KindOnProjector<N extends KindName> {
  Board: FunctionComponent<BoardProps<N>>;
  /** Beside the question's number. */
  badge?: string;
  spoken(asked: Asked<N>): string;
}
