// A new kind is a row here, and one in on-phones.ts.
import type { KindName } from '../../game/quiz/questions/index.ts';
import type { KindOnProjector } from './kind.ts';
import { optionsOnProjector, severalOnProjector } from './options-on-projector.tsx';
import { typedOnProjector } from './typed-on-projector.tsx';

export const ON_PROJECTOR: { [N in KindName]: KindOnProjector<N> } = {
  choice: optionsOnProjector,
  several: severalOnProjector,
  'true-false': optionsOnProjector,
  poll: optionsOnProjector,
  typed: typedOnProjector,
};
