// A new kind is a file here and its rows below.
import type { KindName } from '../../game/quiz/questions/index.ts';
import { ChoiceBoard, ChoicePad } from './choice.tsx';
import type { KindPages } from './kind.ts';
import { PollBoard, PollPad } from './poll.tsx';
import { SeveralBoard, SeveralPad } from './several.tsx';
import { TrueFalseBoard, TrueFalsePad } from './true-false.tsx';

/** Apart, so that the phone's bundle has no boards. */
export const PADS: Record<KindName, KindPages['Pad']> = {
  choice: ChoicePad,
  several: SeveralPad,
  'true-false': TrueFalsePad,
  poll: PollPad,
};

export const KINDS: Record<KindName, KindPages> = {
  choice: { Pad: ChoicePad, Board: ChoiceBoard },
  several: { Pad: SeveralPad, Board: SeveralBoard },
  'true-false': { Pad: TrueFalsePad, Board: TrueFalseBoard },
  poll: { Pad: PollPad, Board: PollBoard },
};
