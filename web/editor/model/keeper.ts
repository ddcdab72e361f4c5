import { signal } from '@preact/signals-core';
import { type EditsStore, type KeptEdits, unsavedOf } from './kept-edits.ts';
import type { Rows } from './rows.ts';

/** Keeps what is unsaved on this device: one write at a time, the newest next. */
export function createKeeper(quiz: string, store: EditsStore) {
  let next: Rows | undefined;
  let writing: Promise<void> | undefined;
  let isEmpty = true;
  const state = signal<'kept' | 'keeping' | 'unkept'>('kept');

  async function write() {
    await Promise.resolve();
    while (next) {
      const edits: KeptEdits | undefined = unsavedOf(next);
      next = undefined;
      if (!edits && isEmpty) continue;
      try {
        await store.keep(quiz, edits);
        isEmpty = !edits;
        state.value = next ? 'keeping' : 'kept';
      } catch {
        state.value = 'unkept';
      }
    }
    writing = undefined;
  }

  return {
    state,
    async load(): Promise<readonly KeptEdits[]> {
      const found = await store.load(quiz).catch(() => []);
      isEmpty = found.length === 0;
      return found;
    },
    keep(rows: Rows) {
      next = rows;
      writing ??= write();
    },
    /** All is written. */
    settled: () => writing ?? Promise.resolve(),
  };
}
