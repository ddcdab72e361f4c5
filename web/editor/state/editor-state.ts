// What the screens do to the quiz, and which part of it is shown.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Draft } from '../../../game/quiz/library.ts';
import type { KindName } from '../../../game/quiz/questions/index.ts';
import { QUESTIONS_MOST } from '../../../game/quiz/quiz.ts';
import { kindOfDraft, newDraft } from '../../questions/edited.tsx';
import { editor as words } from '../../words/en-editor.ts';
import { announce } from '../fields/announce.ts';
import type { Change } from '../model/edited-quiz.ts';
import type { EditorModel } from '../model/editor-model.ts';
import { addQuestions, duplicateQuestions, moveQuestions, nudgeQuestions, removeQuestions, setFields } from '../model/edits.ts';
import { type Choice, NONE, only, rangeTo, toggled, withOrder } from './choice-of-questions.ts';

export type Pane = 'list' | 'question' | 'preview';

export interface EditorState {
  model: EditorModel;
  choice: ReadonlySignal<Choice>;
  /** Where there is room for one. */
  pane: Signal<Pane>;
  current: ReadonlySignal<{ id: string; number: number; draft: Draft } | undefined>;
  /** Once: whether it was just added, so that its text is to be written. */
  isFresh(id: string): boolean;
  choose(id: string, keys?: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }): void;
  listKey(event: KeyboardEvent): void;
  /** Behind the current one; without a kind, of the same. */
  add(kind?: KindName): void;
  /** Questions from elsewhere, as one step to undo. */
  bring(drafts: readonly Draft[], place: 'here' | 'end'): void;
  nudge(by: -1 | 1): void;
  duplicate(): void;
  remove(): void;
  drop(id: string, on: string, edge: 'before' | 'after'): void;
  /** @param question default: the current one */
  set(fields: Draft, field?: string, question?: string): void;
  replace(draft: Draft): void;
  undo(): void;
  redo(): void;
  stop(): void;
}

/** @param newId of a question */
export function createEditorState(model: EditorModel, newId: () => string): EditorState {
  const choice = signal<Choice>(NONE);
  let fresh: string | undefined;
  let before: readonly string[] = [];
  const stop = effect(() => {
    const { order } = model.quiz.value.heading;
    choice.value = withOrder(choice.peek(), before, order);
    before = order;
  });
  const order = () => model.quiz.peek().heading.order;
  const chosen = () => choice.peek().chosen;

  function change(make: (ids: ReadonlySet<string>) => Change) {
    if (chosen().size) model.edit(make(chosen()));
  }

  function sayPlace() {
    const first = order().findIndex((id) => chosen().has(id));
    announce(words.list.moved(chosen().size, first + 1, order().length));
  }

  function isFull(more: number) {
    if (order().length + more <= QUESTIONS_MOST) return false;
    announce(words.list.full);
    return true;
  }

  function nudge(by: -1 | 1) {
    change((ids) => nudgeQuestions(model.quiz.peek(), ids, by));
    sayPlace();
  }

  function remove() {
    const { size } = chosen();
    change((ids) => removeQuestions(model.quiz.peek(), ids));
    if (size) announce(words.list.removed(size));
  }

  function duplicate() {
    if (isFull(chosen().size)) return;
    let made: ReadonlyMap<string, Draft> = new Map();
    change((ids) => {
      const copies = duplicateQuestions(model.quiz.peek(), ids, newId);
      made = copies.drafts ?? made;
      return copies;
    });
    const [first] = made.keys();
    choice.value = { current: first, anchor: first, chosen: new Set(made.keys()) };
    announce(words.list.duplicated(made.size));
  }

  function edit(id: string, fields: Draft, field?: string) {
    model.edit(setFields(model.quiz.peek().drafts.get(id) ?? {}, id, fields), field && `${id} ${field}`);
  }

  /** Shows what has changed. */
  function step(go: () => void) {
    const was = model.quiz.peek();
    go();
    const { drafts, heading } = model.quiz.peek();
    const id = heading.order.find((one) => drafts.get(one) !== was.drafts.get(one) || !was.heading.order.includes(one));
    if (id) choice.value = only(id);
  }

  const state: EditorState = {
    model,
    choice,
    isFresh(id) {
      const is = id === fresh;
      if (is) fresh = undefined;
      return is;
    },
    pane: signal<Pane>('question'),
    current: computed(() => {
      const { heading, drafts } = model.quiz.value;
      const id = choice.value.current;
      return id === undefined ? undefined : { id, number: heading.order.indexOf(id) + 1, draft: drafts.get(id) ?? {} };
    }),
    choose(id, keys) {
      if (keys?.shiftKey) choice.value = rangeTo(choice.peek(), order(), id);
      else if (keys?.ctrlKey || keys?.metaKey) choice.value = toggled(choice.peek(), id);
      else {
        choice.value = only(id);
        state.pane.value = 'question';
      }
    },
    listKey(event) {
      const { key, altKey, shiftKey, ctrlKey, metaKey } = event;
      const isCommand = ctrlKey || metaKey;
      const arrow = { ArrowUp: -1, ArrowDown: 1 }[key];
      const at = order().indexOf(choice.peek().current ?? '');
      const ends = { Home: 0, End: order().length - 1 }[key];
      const to = order()[ends ?? Math.min(order().length - 1, Math.max(0, at + (arrow ?? 0)))];
      if (arrow && altKey) nudge(arrow < 0 ? -1 : 1);
      else if ((arrow || ends !== undefined) && to !== undefined)
        choice.value = shiftKey ? rangeTo(choice.peek(), order(), to) : only(to);
      else if (key === 'Delete' || key === 'Backspace') remove();
      else if (isCommand && key === 'd') duplicate();
      else if (isCommand && key === 'a') choice.value = { ...choice.peek(), chosen: new Set(order()) };
      else if (key === 'Enter' && !isCommand) state.pane.value = 'question';
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
    add(kind) {
      if (isFull(1)) return;
      const id = newId();
      const now = state.current.peek();
      const added = new Map([[id, newDraft(kind ?? kindOfDraft(now?.draft ?? {}))]]);
      model.edit(addQuestions(model.quiz.peek(), added, now?.id));
      fresh = id;
      choice.value = only(id);
      state.pane.value = 'question';
    },
    bring(drafts, place) {
      if (!drafts.length || isFull(drafts.length)) return;
      const added = new Map(drafts.map((draft) => [newId(), draft]));
      model.edit(addQuestions(model.quiz.peek(), added, place === 'here' ? choice.peek().current : undefined));
      const [first] = added.keys();
      choice.value = { current: first, anchor: first, chosen: new Set(added.keys()) };
      announce(words.list.brought(drafts.length));
    },
    nudge,
    duplicate,
    remove,
    drop(id, on, edge) {
      if (!chosen().has(id)) choice.value = only(id);
      const at = order().indexOf(on);
      change((ids) => moveQuestions(model.quiz.peek(), ids, edge === 'after' ? on : order()[at - 1]));
      sayPlace();
    },
    set(fields, field, id = choice.peek().current) {
      if (id !== undefined) edit(id, fields, field);
    },
    replace(draft) {
      const id = choice.peek().current;
      if (id !== undefined) model.edit({ drafts: new Map([[id, draft]]) });
    },
    undo: () => step(model.undo),
    redo: () => step(model.redo),
    stop,
  };
  return state;
}
