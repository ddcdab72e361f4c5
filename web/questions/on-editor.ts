// A new kind is a row here, too.
import type { KindName } from '../../game/quiz/questions/index.ts';
import type { KindOnEditor } from './editor-kind.ts';
import { choiceOnEditor, pollOnEditor, severalOnEditor } from './options-on-editor.tsx';
import { trueFalseOnEditor } from './true-false-on-editor.tsx';
import { typedOnEditor } from './typed-on-editor.tsx';

export const ON_EDITOR: { [N in KindName]: KindOnEditor<N> } = {
  choice: choiceOnEditor,
  several: severalOnEditor,
  'true-false': trueFalseOnEditor,
  poll: pollOnEditor,
  typed: typedOnEditor,
};
