// An editor that can be used, with a server in memory.
import { signal } from '@preact/signals-core';
import { render } from 'preact';
import type { Draft } from '../../../game/quiz/library.ts';
import { later } from '../../../web/browser/environment.ts';
import { EditorScreen } from '../../../web/editor/editor-screen.tsx';
import { createEditorModel } from '../../../web/editor/model/editor-model.ts';
import type { EditorLine } from '../../../web/editor/model/line.ts';
import { createEditorState } from '../../../web/editor/state/editor-state.ts';

const STYLES = { player: '/player.css', host: '/host.css' };

/** @returns what the quiz is now, in words, and who else can change it */
export function work(drafts: readonly Draft[]) {
  const rows = new Map(drafts.map((value, i) => [`q${i}`, { version: 1, value }]));
  let heading = { version: 1, value: { title: 'Seas', language: 'en', order: [...rows.keys()] as readonly string[] } };
  let push: Parameters<EditorLine['listen']>[0] = () => {};
  const line: EditorLine = {
    status: signal('open'),
    isBinned: signal(false),
    takeOut: async () => {},
    load: async () => ({ heading, drafts: new Map(rows) }),
    async saveHeading(row) {
      heading = { ...row, value: { ...row.value, order: [...row.value.order] } };
      return { saved: true };
    },
    async saveDraft(id, row) {
      rows.set(id, row);
      return { saved: true };
    },
    listen(heard) {
      push = heard;
      return () => {};
    },
  };
  const played: string[] = [];
  let count = 0;
  const model = createEditorModel({
    line,
    store: { load: async () => [], keep: async () => {} },
    environment: { later, instant: () => ({ monotonicMs: performance.now(), date: Date.now() }) },
    quiz: 'quiz',
  });
  const state = createEditorState(model, () => `new${count++}`);
  document.body.textContent = '';
  render(
    <EditorScreen
      state={state}
      upload={async () => ({ refused: 'No line' })}
      styles={STYLES}
      leave={() => {}}
      bring={() => {}}
      play={() => played.push('quiz')}
    />,
    document.body,
  );
  const saved = () => heading.value.order.map((id) => rows.get(id)?.value);
  return {
    saved,
    played,
    title: () => heading.value.title,
    elsewhere: (id: string, value: Draft) => {
      const row = { version: (rows.get(id)?.version ?? 0) + 1, value };
      rows.set(id, row);
      push({ id, draft: row });
    },
  };
}

/** From a key's event to the next frame, ms. */
export function timeKeys(): number[] {
  const times: number[] = [];
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => times.push(performance.now() - timeStamp);
      // Posted before the frame is drawn, heard after.
      requestAnimationFrame(() => channel.port2.postMessage(0));
    },
    { capture: true },
  );
  return times;
}
