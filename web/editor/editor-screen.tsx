import { useSignal } from '../ui/use-signal.ts';
import { editor as words } from '../words/en-editor.ts';
import { BinnedStrip } from './binned-strip.tsx';
import { editorKeys } from './editor-keys.ts';
import { announcement } from './fields/announce.ts';
import { focusOn } from './focus-on.ts';
import { QuestionList } from './list/question-list.tsx';
import type { Upload } from './media/upload.ts';
import { MissingStrip } from './missing-strip.tsx';
import { type Missing, missingIn } from './play-check.ts';
import { CurrentPreview } from './preview/current-preview.tsx';
import type { PageStyles } from './preview/preview.tsx';
import { QuestionPane } from './question-pane.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import type { EditorState, Pane } from './state/editor-state.ts';
import { TopBar } from './top-bar.tsx';

interface Props {
  state: EditorState;
  styles: PageStyles;
  upload: Upload;
  leave(): void;
  /** When nothing is missing. */
  play(): void;
  /** From a file or a text. */
  bring(): void;
}

export function EditorScreen({ state, styles, upload, leave, play, bring }: Props) {
  const { model } = state;
  const isKeysShown = useSignal(false);
  const isChecked = useSignal(false);
  const isUnsaved = useSignal(false);
  if (model.status.value === 'loading') return <Waiting />;
  if (model.status.value === 'gone') return <Gone leave={leave} />;
  const lead = (to: Missing) => {
    if (to.question) state.choose(to.question);
    state.pane.value = 'question';
    // After it is drawn.
    setTimeout(() => focusOn(to));
  };
  const check = async () => {
    const [first] = missingIn(model.quiz.peek(), model.clashes.peek());
    isChecked.value = Boolean(first);
    if (first) return lead(first);
    isUnsaved.value = !(await model.saveNow());
    if (!isUnsaved.value) play();
  };
  const showKeys = () => {
    isKeysShown.value = true;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of everything in it
    <div class="editor" data-pane={state.pane.value} onKeyDown={editorKeys(state, showKeys)}>
      <TopBar state={state} leave={leave} play={check} showKeys={showKeys} />
      <MissingStrip
        missing={isChecked.value ? missingIn(model.quiz.value, model.clashes.value) : []}
        note={isUnsaved.value ? words.check.unsaved : undefined}
        lead={lead}
        close={() => {
          isChecked.value = isUnsaved.value = false;
        }}
      />
      <BinnedStrip model={model} />
      <PaneSwitch state={state} />
      <div class="editor-panes">
        <QuestionList state={state} bring={bring} />
        <QuestionPane state={state} upload={upload} />
        <CurrentPreview state={state} styles={styles} />
      </div>
      <p class="visually-hidden" role="status">
        {announcement.value}
      </p>
      {isKeysShown.value && (
        <ShortcutSheet
          close={() => {
            isKeysShown.value = false;
          }}
        />
      )}
    </div>
  );
}

const PANES: readonly Pane[] = ['list', 'question', 'preview'];

/** Where there is room for one. */
const PaneSwitch = ({ state }: { state: EditorState }) => (
  <nav class="pane-switch" aria-label={words.panes.label}>
    {PANES.map((pane) => (
      <button
        key={pane}
        type="button"
        aria-current={state.pane.value === pane}
        onClick={() => {
          state.pane.value = pane;
        }}
      >
        {words.panes[pane]}
      </button>
    ))}
  </nav>
);

/** Shown after 300 ms. */
const Waiting = () => (
  <main class="editor-waiting" aria-busy="true">
    <h1>{words.loading}</h1>
  </main>
);

const Gone = ({ leave }: { leave(): void }) => (
  <main class="plain">
    <h1>{words.gone.title}</h1>
    <p>{words.gone.text}</p>
    <p>
      <button type="button" class="primary" onClick={leave}>
        {words.gone.back}
      </button>
    </p>
  </main>
);
