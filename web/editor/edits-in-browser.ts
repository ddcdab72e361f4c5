import { createStore, del, entries, set } from 'idb-keyval';
import { type BrowserEnvironment, token } from '../browser/environment.ts';
import { safeStorage } from '../browser/safe-storage.ts';
import type { EditsStore, KeptEdits } from './model/kept-edits.ts';

export interface BrowserEdits extends EditsStore {
  /** While the page goes: IndexedDB would be too late. */
  keepNow(quiz: string, edits: KeptEdits | undefined): void;
}

const GOING = 'quizcast.edits.';

/** In IndexedDB, under a key of this page's own. */
export function editsInBrowser(environment: Pick<BrowserEnvironment, 'bytes' | 'storage'>): BrowserEdits {
  const kept = createStore('quizcast-editor', 'edits');
  const going = safeStorage(environment);
  const page = token(environment);
  const others = new Set<string>();
  const goingOthers = new Set<string>();
  const nameOf = (quiz: string) => `${quiz} ${page}`;
  return {
    async load(quiz) {
      const left = going.all().filter((name) => name.startsWith(`${GOING}${quiz} `));
      for (const name of left) goingOthers.add(name);
      const found = await entries<string, KeptEdits>(kept).catch(() => []);
      const own = found.filter(([name]) => name.startsWith(`${quiz} `));
      for (const [name] of own) if (name !== nameOf(quiz)) others.add(name);
      return [...own.map(([, edits]) => edits), ...left.flatMap((name) => fromText(going.get(name)))];
    },
    async keep(quiz, edits) {
      if (edits) await set(nameOf(quiz), edits, kept);
      else await del(nameOf(quiz), kept);
      // What they had is kept here by now, or saved.
      for (const name of others) await del(name, kept);
      for (const name of goingOthers) going.keep(name, undefined);
      others.clear();
      goingOthers.clear();
    },
    keepNow(quiz, edits) {
      const name = GOING + nameOf(quiz);
      going.keep(name, edits && JSON.stringify({ ...edits, drafts: [...edits.drafts] }));
      goingOthers.add(name);
    },
  };
}

function fromText(text: string | undefined): KeptEdits[] {
  try {
    const { heading, drafts } = JSON.parse(text ?? '');
    return [{ heading, drafts: new Map(drafts) }];
  } catch {
    return [];
  }
}
