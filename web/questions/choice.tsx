import type { BoardProps, PadProps } from './kind.ts';
import { OptionBoard } from './option-board.tsx';
import { OptionPad } from './option-pad.tsx';
import { optionsOf } from './options.ts';

export const ChoicePad = ({ face, ...pad }: PadProps) => (
  <OptionPad {...pad} options={optionsOf(face)} several={'several' in face && face.several} />
);

export const ChoiceBoard = ({ face, ...board }: BoardProps) => <OptionBoard {...board} options={optionsOf(face)} />;
