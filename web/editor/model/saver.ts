// Sends what is not saved, after a moment of rest.
import type { BrowserEnvironment } from '../../browser/environment.ts';
import type { EditorLine, SaveReply } from './line.ts';
import { isToBeSent, nextVersion, type Row, type Versioned } from './row.ts';
import { hear, type RowNews, type Rows, rowOf, unsavedDrafts, withDraft } from './rows.ts';

/** After the last key, ms; somebody who never rests is saved all the same. */
const REST_MS = 400;
const LONGEST_MS = 2500;
/** Frames at once. */
const AT_ONCE = 4;

interface Kept {
  get(): Rows;
  set(rows: Rows): void;
}

export interface Saver {
  /** Something was changed. */
  changed(): void;
  /** Without waiting. */
  now(): void;
  stop(): void;
}

export function createSaver(rows: Kept, line: EditorLine, { later }: Pick<BrowserEnvironment, 'later'>): Saver {
  let stopRest: (() => void) | undefined;
  let stopLongest: (() => void) | undefined;
  let sending = 0;
  let stopped = false;

  function stopTimers() {
    stopRest?.();
    stopLongest?.();
    stopRest = stopLongest = undefined;
  }

  function send() {
    stopTimers();
    if (stopped) return;
    if (mayHeading(rows.get())) sendHeading();
    for (const id of unsavedDrafts(rows.get())) {
      if (sending >= AT_ONCE) return;
      // The first version of its heading makes the quiz.
      if (rows.get().heading.base?.version) sendDraft(id);
    }
  }

  function sendHeading() {
    const { heading, quiz } = rows.get();
    const row = { version: nextVersion(heading), value: quiz.heading };
    rows.set({ ...rows.get(), heading: { ...heading, sent: row.value } });
    void settle(
      line.saveHeading(row),
      row,
      (heading) => ({ heading }),
      (change) => rows.set({ ...rows.get(), heading: change(rows.get().heading) }),
    );
  }

  function sendDraft(id: string) {
    const row = rowOf(rows.get(), id);
    const value = rows.get().quiz.drafts.get(id);
    if (!value || !isToBeSent(row, value)) return;
    const sent = { version: nextVersion(row), value };
    rows.set(withDraft(rows.get(), id, { ...row, sent: value }));
    void settle(
      line.saveDraft(id, sent),
      sent,
      (draft) => ({ id, draft }),
      (change) => rows.set(withDraft(rows.get(), id, change(rowOf(rows.get(), id)))),
    );
  }

  async function settle<T>(
    asked: Promise<SaveReply<T>>,
    sent: Versioned<T>,
    newsOf: (row: Versioned<T>) => RowNews,
    change: (how: (row: Row<T>) => Row<T>) => void,
  ) {
    sending++;
    const reply = await asked;
    sending--;
    if (!reply) return;
    if ('saved' in reply) rows.set(hear(rows.get(), 'saved', newsOf(sent)));
    else if ('there' in reply) rows.set(hear(rows.get(), 'outrun', newsOf(reply.there)));
    else change(({ sent: _, ...row }) => ({ ...row, refused: { value: sent.value, text: reply.refused } }));
    // What is being typed rests first.
    if (!stopRest) send();
  }

  return {
    changed() {
      stopRest?.();
      stopRest = later(REST_MS, send);
      stopLongest ??= later(LONGEST_MS, send);
    },
    now: send,
    stop() {
      stopped = true;
      stopTimers();
    },
  };
}

/** A quiz names no question that is not there, but for its first version. */
function mayHeading(rows: Rows): boolean {
  const { heading, quiz } = rows;
  if (!isToBeSent(heading, quiz.heading)) return false;
  return !heading.base?.version || quiz.heading.order.every((id) => !quiz.drafts.has(id) || rowOf(rows, id).base);
}
