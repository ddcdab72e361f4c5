import { askedOfDraft, kindOfDraft } from '../../questions/edited.tsx';
import type { EditorState } from '../state/editor-state.ts';
import { type PageStyles, Preview } from './preview.tsx';

export function CurrentPreview({ state, styles }: { state: EditorState; styles: PageStyles }) {
  const { heading } = state.model.quiz.value;
  const current = state.current.value;
  const kind = current && kindOfDraft(current.draft);
  if (!current || !kind) return <section class="preview" />;
  const { seconds } = current.draft;
  return (
    <Preview
      styles={styles}
      previewed={{
        asked: askedOfDraft(kind, current.draft, heading.language),
        language: heading.language,
        title: heading.title,
        number: current.number,
        of: heading.order.length,
        seconds: typeof seconds === 'number' ? seconds : 20,
      }}
    />
  );
}
