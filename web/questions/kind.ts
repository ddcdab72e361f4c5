import type { ComponentType } from 'preact';
import type { Prompt, Reveal } from '../../game/room/room.ts';

export interface PadProps {
  face: Prompt;
  /** Options are shown and take taps. */
  open: boolean;
  chosen: { value: string; sent: boolean } | undefined;
  choose(value: string): void;
}

export interface BoardProps {
  face: Prompt;
  open: boolean;
  reveal: Reveal | undefined;
  /** While it is open, of questions that are not graded. */
  live: readonly number[] | undefined;
}

export interface KindPages {
  Pad: ComponentType<PadProps>;
  Board: ComponentType<BoardProps>;
}
