import type { KindPages } from './kind.ts';
import { OptionBoard } from './option-board.tsx';
import { OptionPad } from './option-pad.tsx';
import { optionsOf } from './options.ts';

/** One right answer: the first tap is the answer. */
export const choice: KindPages = {
  Pad: ({ face, ...pad }) => <OptionPad {...pad} options={optionsOf(face)} />,
  Board: ({ face, ...board }) => <OptionBoard {...board} labels={optionsOf(face).map(({ label }) => label)} />,
};
