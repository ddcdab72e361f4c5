import type { ComponentType } from 'preact';
import type { Prompt, Reveal } from '../../game/room/room.ts';

/** A question on the phone: choose, and see what was chosen. */
export interface PadProps {
  face: Prompt;
  /** The options take taps; before that they are not shown. */
  open: boolean;
  chosen: { value: string; sent: boolean } | undefined;
  choose(value: string): void;
}

/** A question on the projector: its options from the opening on, the bars and the right ones from the reveal on. */
export interface BoardProps {
  face: Prompt;
  open: boolean;
  reveal: Reveal | undefined;
}

/** What a kind of question looks like; `game/quiz/questions/index.ts` names the rows that have to be there. */
export interface KindPages {
  Pad: ComponentType<PadProps>;
  Board: ComponentType<BoardProps>;
}
