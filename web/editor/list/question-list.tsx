import { useEffect, useRef } from 'preact/hooks';
import { editor as words } from '../../words/en-editor.ts';
import { Tool } from '../fields/tool.tsx';
import { useFocusIfLost } from '../fields/use-focus-if-lost.ts';
import type { EditorState } from '../state/editor-state.ts';
import { watchDrops } from './drag-questions.ts';
import { QuestionRow } from './question-row.tsx';

/** The list has the focus; arrows choose, with Shift several, with Alt they move. */
export function QuestionList({ state, bring }: { state: EditorState; bring(): void }) {
  const list = useRef<HTMLDivElement>(null);
  const { heading, drafts } = state.model.quiz.value;
  const { current, chosen } = state.choice.value;
  const clashes = state.model.clashes.value.drafts;
  useFocusIfLost(list, heading.order.length > 0);
  useEffect(() => watchDrops(state.drop), [state]);
  useEffect(
    () => list.current?.querySelector('[data-current="true"]')?.scrollIntoView({ block: 'nearest' }),
    [current, heading.order],
  );
  return (
    <section class="question-list" aria-label={words.list.title}>
      <Tools state={state} />
      <div
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={words.list.title}
        aria-activedescendant={current && `question-${current}`}
        tabIndex={0}
        onKeyDown={(event) => state.listKey(event)}
        onClick={(event) => {
          const row = event.target instanceof Element && event.target.closest<HTMLElement>('[data-id]');
          if (row instanceof HTMLElement && row.dataset.id) state.choose(row.dataset.id, event);
        }}
      >
        {heading.order.map((id, i) => (
          <QuestionRow
            key={id}
            id={id}
            number={i + 1}
            of={heading.order.length}
            draft={drafts.get(id) ?? EMPTY}
            language={heading.language}
            isCurrent={id === current}
            isChosen={chosen.has(id)}
            clashes={clashes.has(id)}
          />
        ))}
      </div>
      <button type="button" class="quiet add-question" onClick={() => state.add()}>
        + {words.list.add}
      </button>
      <button type="button" class="quiet-button bring-questions" onClick={bring}>
        {words.list.bring}
      </button>
    </section>
  );
}

const EMPTY = {};

function Tools({ state }: { state: EditorState }) {
  const count = state.model.quiz.value.heading.order.length;
  const { size } = state.choice.value.chosen;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row everywhere
    <div class="list-tools" role="group" aria-label={words.list.selected(size)}>
      <p>{size > 1 ? words.list.selected(size) : words.list.count(count)}</p>
      {count > 0 && (
        <>
          <Tool label={words.list.up} keys="Alt ↑" sign="up" act={() => state.nudge(-1)} />
          <Tool label={words.list.down} keys="Alt ↓" sign="down" act={() => state.nudge(1)} />
          <Tool label={words.list.duplicate} keys="Ctrl D" sign="copy" act={() => state.duplicate()} />
          <Tool label={words.list.remove} keys="Del" sign="remove" act={() => state.remove()} />
        </>
      )}
    </div>
  );
}
