import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Draft } from '../../../game/quiz/library.ts';
import type { BrowserEnvironment } from '../../browser/environment.ts';
import { applyChange, type Change, type EditedQuiz, type Heading, inverseOf, isSame } from './edited-quiz.ts';
import { type History, NO_HISTORY, recorded, redone, undone } from './history.ts';
import { createKeeper } from './keeper.ts';
import { type EditsStore, type KeptEdits, restored, unsavedOf } from './kept-edits.ts';
import type { EditorLine } from './line.ts';
import { isUnsaved } from './row.ts';
import { hear, NOTHING, type RowNews, type Rows, rowOf, unsavedDrafts, withDraft } from './rows.ts';
import { createSaver } from './saver.ts';

export interface EditorModel extends Pick<EditorLine, 'isBinned' | 'takeOut'> {
  quiz: ReadonlySignal<EditedQuiz>;
  /** `gone`: there is no such quiz. */
  status: ReadonlySignal<'loading' | 'ready' | 'gone'>;
  saving: ReadonlySignal<Saving>;
  /** What others have made of what is unsaved here. */
  clashes: ReadonlySignal<Clashes>;
  canUndo: ReadonlySignal<boolean>;
  canRedo: ReadonlySignal<boolean>;
  /** @param field of what is typed: without a pause it is one step to undo */
  edit(change: Change, field?: string): void;
  undo(): void;
  redo(): void;
  /** @param row of a question; absent: of the title */
  take(whose: 'mine' | 'theirs', row?: string): void;
  /** @returns whether all is saved, once it is or cannot be now */
  saveNow(): Promise<boolean>;
  /** What would be lost with the page. */
  unsaved(): KeptEdits | undefined;
  /** Kept edits are written. */
  close(): Promise<void>;
}

/** `new`: nothing to save yet; `clash`: one has to be taken first; `kept`: on this device only; `unkept`: not even there. */
export type Saving = 'new' | 'saved' | 'saving' | 'clash' | 'kept' | 'unkept' | { refused: string };

export interface Clashes {
  heading: Heading | undefined;
  drafts: ReadonlyMap<string, Draft>;
}

export interface EditorParts {
  line: EditorLine;
  store: EditsStore;
  environment: Pick<BrowserEnvironment, 'later' | 'instant'>;
  quiz: string;
  /** Of a new quiz; absent: it is there. */
  language?: string | undefined;
}

export function createEditorModel({ line, store, environment, quiz: id, language }: EditorParts): EditorModel {
  const start: Heading = { ...NOTHING, language: language ?? '' };
  const startRow = { base: language === undefined ? undefined : { version: 0, value: start } };
  const rows = signal<Rows>({ quiz: { heading: start, drafts: new Map() }, heading: startRow, drafts: new Map() });
  const status = signal<'loading' | 'ready' | 'gone'>('loading');
  const history = signal<History>(NO_HISTORY);
  const keeper = createKeeper(id, store);
  let closed = false;
  let isHeard = false;

  function set(next: Rows) {
    if (closed) return;
    rows.value = next;
    keeper.keep(next);
    if (!isHeard && next.heading.base?.version) void load();
  }

  const saver = createSaver({ get: () => rows.peek(), set }, line, environment);
  const stopListening = line.listen(
    (news) => {
      if (status.peek() === 'ready') take(news);
    },
    () => void load(),
  );

  function take(news: RowNews) {
    set(hear(rows.peek(), 'edited', news));
    saver.changed();
    // Of a new question it was told, and that was lost.
    if ('heading' in news && news.heading.value.order.some((id) => !rows.peek().quiz.drafts.has(id))) void load();
  }

  async function begin() {
    const kept = await keeper.load();
    if (kept.length) rows.value = restored(kept, startRow);
    if (rows.peek().heading.base?.version === 0) status.value = 'ready';
    else await load();
    saver.changed();
  }

  async function load() {
    if (status.peek() === 'ready' && !rows.peek().heading.base?.version) return;
    isHeard = true;
    const loaded = await line.load();
    if (closed || !loaded) return;
    if (loaded === 'none') {
      status.value = 'gone';
      return;
    }
    let next = rows.peek();
    for (const [id, draft] of loaded.drafts) next = hear(next, 'edited', { id, draft });
    set(hear(next, 'edited', { heading: loaded.heading }));
    status.value = 'ready';
    saver.changed();
  }

  function apply(change: Change) {
    set({ ...rows.peek(), quiz: applyChange(rows.peek().quiz, change) });
    saver.changed();
  }

  function edit(change: Change, field?: string) {
    const before = inverseOf(rows.peek().quiz, change);
    if (isSame(applyChange(rows.peek().quiz, change).heading, rows.peek().quiz.heading) && sameDrafts(change, before)) return;
    history.value = recorded(history.peek(), { before, after: change, field, at: environment.instant().monotonicMs });
    apply(change);
  }

  function step(find: typeof undone) {
    const found = find(rows.peek().quiz, history.peek());
    if (!found) return;
    history.value = found.history;
    apply(found.change);
  }

  const unsaved = computed(() => {
    const { heading, quiz } = rows.value;
    return isUnsaved(heading, quiz.heading) || unsavedDrafts(rows.value).length > 0;
  });
  const saving = computed((): Saving => {
    const all = [rows.value.heading, ...rows.value.drafts.values()];
    const refused = all.flatMap(({ refused }) => refused ?? [])[0];
    if (refused) return { refused: refused.text };
    if (all.some(({ theirs }) => theirs)) return 'clash';
    if (!unsaved.value) return rows.value.heading.base?.version ? 'saved' : 'new';
    if (line.status.value === 'open') return 'saving';
    return keeper.state.value === 'unkept' ? 'unkept' : 'kept';
  });
  void begin();

  return {
    quiz: computed(() => rows.value.quiz),
    status,
    saving,
    isBinned: line.isBinned,
    takeOut: line.takeOut,
    clashes: computed(() => ({
      heading: rows.value.heading.theirs,
      drafts: new Map([...rows.value.drafts].flatMap(([id, { theirs }]) => (theirs ? [[id, theirs] as const] : []))),
    })),
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    edit,
    undo: () => step(undone),
    redo: () => step(redone),
    take(whose, id) {
      const { heading, quiz } = rows.peek();
      const theirs = id === undefined ? heading.theirs : rowOf(rows.peek(), id).theirs;
      if (!theirs) return;
      if (id === undefined) set({ ...rows.peek(), heading: { ...heading, theirs: undefined } });
      else set(withDraft(rows.peek(), id, { ...rowOf(rows.peek(), id), theirs: undefined }));
      if (whose === 'mine') return saver.now();
      if (id !== undefined) edit({ drafts: new Map([[id, theirs as Draft]]) });
      else if (heading.theirs) edit({ heading: { ...heading.theirs, order: quiz.heading.order } });
    },
    saveNow: () =>
      new Promise((resolve) => {
        saver.now();
        const stop = effect(() => {
          if (saving.value === 'saving') return;
          resolve(saving.value === 'saved');
          queueMicrotask(() => stop());
        });
      }),
    unsaved: () => unsavedOf(rows.peek()),
    async close() {
      closed = true;
      saver.stop();
      stopListening();
      await keeper.settled();
    },
  };
}

const sameDrafts = (change: Change, before: Change) =>
  [...(change.drafts ?? [])].every(([id, draft]) => isSame(before.drafts?.get(id), draft));
