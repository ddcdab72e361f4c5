import type { KindPages } from './kind.ts';
import { OptionBoard } from './option-board.tsx';
import { OptionPad } from './option-pad.tsx';
import { optionsOf } from './options.ts';

/** Several right answers: taps choose and take back, one button sends. */
export const several: KindPages = {
  Pad: ({ face, ...pad }) => <OptionPad {...pad} options={optionsOf(face)} several />,
  Board: ({ face, ...board }) => <OptionBoard {...board} labels={optionsOf(face).map(({ label }) => label)} />,
};
