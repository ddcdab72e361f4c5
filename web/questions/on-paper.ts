// A new kind is a row here, too.
import type { KindName } from '../../game/quiz/questions/index.ts';
import type { KindOnPaper } from './kind-on-paper.ts';
import { choiceOnPaper, pollOnPaper, severalOnPaper, trueFalseOnPaper } from './options-on-paper.tsx';
import { typedOnPaper } from './typed-on-paper.tsx';

export const ON_PAPER: { [N in KindName]: KindOnPaper<N> } = {
  choice: choiceOnPaper,
  several: severalOnPaper,
  'true-false': trueFalseOnPaper,
  poll: pollOnPaper,
  typed: typedOnPaper,
};
