// What each kind of question looks like: a new kind is a file beside this one and its rows here.
import type { KindName } from '../../game/quiz/questions/index.ts';
import { ChoiceBoard, ChoicePad } from './choice.tsx';
import type { KindPages } from './kind.ts';
import { SeveralBoard, SeveralPad } from './several.tsx';
import { TrueFalseBoard, TrueFalsePad } from './true-false.tsx';

/** The phone's half by itself, so that the bundler leaves the projector's out of the phone's page. */
export const PADS: Record<KindName, KindPages['Pad']> = { choice: ChoicePad, several: SeveralPad, 'true-false': TrueFalsePad };

export const KINDS: Record<KindName, KindPages> = {
  choice: { Pad: ChoicePad, Board: ChoiceBoard },
  several: { Pad: SeveralPad, Board: SeveralBoard },
  'true-false': { Pad: TrueFalsePad, Board: TrueFalseBoard },
};
