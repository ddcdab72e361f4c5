import { useRef } from 'preact/hooks';
import { KIND_NAMES } from '../questions/edited.tsx';
import { ShapeIcon, tone } from '../ui/icons.tsx';
import { editor as words } from '../words/en-editor.ts';
import { useFocusIfLost } from './fields/use-focus-if-lost.ts';
import type { EditorState } from './state/editor-state.ts';

export function FirstQuestion({ state }: { state: EditorState }) {
  const title = useRef<HTMLHeadingElement>(null);
  useFocusIfLost(title);
  return (
    <section class="first-question" data-field="add">
      <h2 ref={title} tabIndex={-1}>
        {words.empty.title}
      </h2>
      <p>{words.empty.text}</p>
      <ul>
        {KIND_NAMES.map((kind, i) => (
          <li key={kind}>
            <button type="button" class="kind-card" style={tone((i % 6) + 1)} onClick={() => state.add(kind)}>
              <ShapeIcon number={(i % 6) + 1} />
              {words.kinds[kind]}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
