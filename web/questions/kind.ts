import type { ComponentType } from 'preact';
import type { Prompt, Reveal } from '../../game/room/room.ts';

/** On the phone. */
export interface PadProps {
  face: Prompt;
  /** Options are shown and take taps. */
  open: boolean;
  chosen: { value: string; sent: boolean } | undefined;
  choose(value: string): void;
}

/** On the projector. */
export interface BoardProps {
  face: Prompt;
  open: boolean;
  reveal: Reveal | undefined;
}

/** The components of a kind. */
export interface KindPages {
  Pad: ComponentType<PadProps>;
  Board: ComponentType<BoardProps>;
}
