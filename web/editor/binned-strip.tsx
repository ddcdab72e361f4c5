import { editor as words } from '../words/en-editor.ts';
import type { EditorModel } from './model/editor-model.ts';

/** Thrown away on another page. */
export const BinnedStrip = ({ model }: { model: Pick<EditorModel, 'isBinned' | 'takeOut'> }) => (
  <div class="missing" role="alert">
    {model.isBinned.value && (
      <p>
        <span>{words.binned.text}</span>
        <button type="button" class="small" onClick={model.takeOut}>
          {words.binned.takeOut}
        </button>
      </p>
    )}
  </div>
);
