// One question of a brought file, in the form of the editor.
import { render } from 'preact';
import type { Draft } from '../../game/quiz/library.ts';
import { newDraft } from '../questions/edited.tsx';
import { useSignal } from '../ui/use-signal.ts';
import { editor as words } from '../words/en-editor.ts';
import { addEditorStyle } from './editor-style.ts';
import { setFields } from './model/edits.ts';
import { QuestionForm } from './question/question-form.tsx';

interface Mended {
  /** Undefined: it becomes one of its text. */
  draft: Draft | undefined;
  text: string;
  number: number;
  language: string;
  done(draft: Draft): void;
}

/** @returns how to take it away */
export async function mendQuestion(into: Element, mended: Mended): Promise<() => void> {
  await addEditorStyle();
  render(<Mending {...mended} />, into);
  into.querySelector<HTMLElement>('[aria-invalid="true"], textarea')?.focus();
  return () => render(null, into);
}

function Mending({ draft: first, text, number, language, done }: Mended) {
  const draft = useSignal(first ?? { ...newDraft(), text });
  return (
    <>
      <QuestionForm
        number={number}
        draft={draft.value}
        language={language}
        set={(fields) => {
          draft.value = setFields(draft.peek(), '', fields).drafts?.get('') ?? draft.peek();
        }}
        replace={(next) => {
          draft.value = next;
        }}
      />
      <p class="mended">
        <button type="button" class="primary" onClick={() => done(draft.peek())}>
          {words.done}
        </button>
      </p>
    </>
  );
}
