import { useLayoutEffect } from 'preact/hooks';
import { editor as words } from '../words/en-editor.ts';
import { FirstQuestion } from './first-question.tsx';
import { focusOn } from './focus-on.ts';
import { MediaAgain } from './media/media-again.tsx';
import { MediaChooser } from './media/media-chooser.tsx';
import type { Upload } from './media/upload.ts';
import { Clash } from './question/clash.tsx';
import { QuestionForm } from './question/question-form.tsx';
import type { EditorState } from './state/editor-state.ts';

export function QuestionPane({ state, upload }: { state: EditorState; upload: Upload }) {
  const { model } = state;
  const { heading, drafts } = model.quiz.value;
  const inOrder = heading.order.map((id) => drafts.get(id) ?? {});
  const current = state.current.value;
  const clashes = model.clashes.value;
  useLayoutEffect(() => {
    if (current && state.isFresh(current.id)) focusOn({ field: 'text' });
  }, [current?.id]);
  const theirs = current && clashes.drafts.get(current.id);
  return (
    <main class="question-pane">
      {clashes.heading && (
        <Clash
          title={words.clash.heading}
          mine={{ title: heading.title, language: heading.language }}
          theirs={{ title: clashes.heading.title, language: clashes.heading.language }}
          language={heading.language}
          take={(whose) => model.take(whose)}
        />
      )}
      {current && theirs && (
        <Clash
          title={words.clash.title}
          mine={current.draft}
          theirs={theirs}
          language={heading.language}
          take={(whose) => model.take(whose, current.id)}
        />
      )}
      {current ? (
        <QuestionForm
          key={current.id}
          number={current.number}
          draft={current.draft}
          language={heading.language}
          set={state.set}
          replace={state.replace}
          // By then another question may be shown.
          choose={
            <>
              <MediaChooser upload={upload} bring={(fields) => state.set(fields, undefined, current.id)} />
              <MediaAgain drafts={inOrder} current={current.draft} bring={(fields) => state.set(fields, undefined, current.id)} />
            </>
          }
        />
      ) : (
        <FirstQuestion state={state} />
      )}
    </main>
  );
}
