import { createStore, del, entries, set } from 'idb-keyval';
import type { EditsStore, KeptEdits } from './model/kept-edits.ts';

/** In IndexedDB, under a key of this page's own. @param page unlike that of any other */
export function editsInBrowser(page: string): EditsStore {
  const kept = createStore('quizcast-editor', 'edits');
  const others = new Set<string>();
  const nameOf = (quiz: string) => `${quiz} ${page}`;
  return {
    async load(quiz) {
      const found = await entries<string, KeptEdits>(kept);
      const own = found.filter(([name]) => name.startsWith(`${quiz} `));
      for (const [name] of own) if (name !== nameOf(quiz)) others.add(name);
      return own.map(([, edits]) => edits);
    },
    async keep(quiz, edits) {
      if (edits) await set(nameOf(quiz), edits, kept);
      else await del(nameOf(quiz), kept);
      // What they had is kept here by now, or saved.
      for (const name of others) await del(name, kept);
      others.clear();
    },
  };
}
