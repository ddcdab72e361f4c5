import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { type BrowserEnvironment, token } from '../browser/environment.ts';
import type { PageSession } from '../connection/page-session.ts';
import { EditorScreen } from './editor-screen.tsx';
import { editsInBrowser } from './edits-in-browser.ts';
import { createUpload } from './media/upload.ts';
import { createEditorModel } from './model/editor-model.ts';
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
}

export interface OpenEditor {
  /** Id; of a new quiz made here, there with its first change. */
  quiz: string;
  /** Unsaved edits stay on this device. */
  close(): Promise<void>;
}

const QUIZ_ID = 12;
const QUESTION_ID = 8;

/** The page's `data-*` name the style sheets. */
export async function openEditor({
  into,
  session,
  environment,
  key,
  quiz,
  onPlay,
  onLeave,
  onMade,
}: EditorOptions): Promise<OpenEditor> {
  const { editorCss, playerCss, hostCss } = document.documentElement.dataset;
  await addStyle(editorCss);
  const newId = (length: number) => token(environment).slice(0, length);
  const isNew = quiz === 'new';
  const id = isNew ? newId(QUIZ_ID) : quiz;
  const store = editsInBrowser(environment);
  const model = createEditorModel({
    line: createQuizLine(session, key, id),
    store,
    environment,
    quiz: id,
    language: isNew ? (navigator.language.split('-')[0] ?? 'en') : undefined,
  });
  const state = createEditorState(model, () => newId(QUESTION_ID));
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
    />,
    into,
  );
  return {
    quiz: id,
    close() {
      render(null, into);
      removeEventListener('pagehide', keepNow);
      stop();
      state.stop();
      return model.close();
    },
  };
}

function addStyle(href: string | undefined): Promise<void> {
  if (!href || document.querySelector(`link[href="${href}"]`)) return Promise.resolve();
  return new Promise((done) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    link.onload = link.onerror = () => done();
    document.head.append(link);
  });
}
