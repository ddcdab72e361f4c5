import { effect } from '@preact/signals-core';
import { render } from 'preact';
import type { Draft } from '../../game/quiz/library.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import { newQuestionId, newQuizId } from '../browser/new-ids.ts';
import type { PageSession } from '../connection/page-session.ts';
import { EditorScreen } from './editor-screen.tsx';
import { addEditorStyle } from './editor-style.ts';
import { editsInBrowser } from './edits-in-browser.ts';
import { createUpload } from './media/upload.ts';
import { createEditorModel, type EditorModel } from './model/editor-model.ts';
import type { PageStyles } from './preview/preview.tsx';
import { createQuizLine } from './quiz-line.ts';
import { createEditorState } from './state/editor-state.ts';

export interface EditorOptions {
  /** What it fills. */
  into: Element;
  session: PageSession;
  environment: BrowserEnvironment;
  /** Of the host. */
  key: string;
  /** Its id, or `new`. */
  quiz: string;
  /** All is saved, and nothing is missing. */
  onPlay(quiz: string): void;
  onLeave(): void;
  /** A new quiz has something to keep, under this id. */
  onMade?(quiz: string): void;
  /** Questions from elsewhere, to be added. */
  onBring(): void;
}

export interface OpenEditor {
  /** Id; of a new quiz made here, there with its first change. */
  quiz: string;
  /** As one step to undo. @param place `here`: behind the current question */
  add(drafts: readonly Draft[], place: 'here' | 'end'): void;
  /** Unsaved edits stay on this device. */
  close(): Promise<void>;
}

/** The page's `data-*` name the style sheets of the previews. */
export async function openEditor({
  into,
  session,
  environment,
  key,
  quiz,
  onPlay,
  onLeave,
  onMade,
  onBring,
}: EditorOptions): Promise<OpenEditor> {
  const { playerCss, hostCss } = document.documentElement.dataset;
  await addEditorStyle();
  const isNew = quiz === 'new';
  const id = isNew ? newQuizId(environment) : quiz;
  const store = editsInBrowser(environment);
  const model = createEditorModel({
    line: createQuizLine(session, key, id),
    store,
    environment,
    quiz: id,
    language: isNew ? (navigator.language.split('-')[0] ?? 'en') : undefined,
  });
  const state = createEditorState(model, () => newQuestionId(environment));
  const stop = effect(() => {
    if (isNew && model.saving.value !== 'new') onMade?.(id);
  });
  const keepNow = () => store.keepNow(id, model.unsaved());
  addEventListener('pagehide', keepNow);
  const styles: PageStyles = { player: playerCss ?? '', host: hostCss ?? '' };
  render(
    <EditorScreen
      state={state}
      styles={styles}
      upload={createUpload(session.ask, key)}
      leave={onLeave}
      play={() => onPlay(id)}
      bring={onBring}
    />,
    into,
  );
  return {
    quiz: id,
    add: (drafts, place) => whenReady(model, () => state.bring(drafts, place)),
    close() {
      render(null, into);
      removeEventListener('pagehide', keepNow);
      stop();
      state.stop();
      return model.close();
    },
  };
}

/** At once, or when the quiz has come. */
function whenReady({ status }: EditorModel, act: () => void): void {
  let isDone = false;
  const stop = effect(() => {
    if (isDone || status.value !== 'ready') return;
    isDone = true;
    // Not within the effect, which would follow what it changes.
    queueMicrotask(() => {
      stop();
      act();
    });
  });
}
