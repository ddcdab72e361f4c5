import { ChoiceBoard } from './choice.tsx';
import type { PadProps } from './kind.ts';
import { OptionPad } from './option-pad.tsx';
import { optionsOf } from './options.ts';

/** Taps toggle; a button sends. */
export const SeveralPad = ({ face, ...pad }: PadProps) => <OptionPad {...pad} options={optionsOf(face)} several />;

export const SeveralBoard = ChoiceBoard;
