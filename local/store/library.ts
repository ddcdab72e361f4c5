import { isDeepStrictEqual } from 'node:util';
import type { SavedDraft } from '../../game/quiz/library.ts';
import { type KeptHead, type LibraryStore, SAMPLES, type Saved } from '../../lambdas/ports/library.ts';
import type { Journal } from './journal.ts';

export interface Library {
  heads: Map<string, KeptHead>;
  /** By quiz. */
  drafts: Map<string, Map<string, SavedDraft>>;
}

export const libraryKey = (owner: string) => `LIB#${owner}`;
export const draftsKey = (owner: string, quiz: string) => `QUIZ#${owner}#${quiz}`;

export function libraryOf(libraries: Map<string, Library>, owner: string): Library {
  const library = libraries.get(owner) ?? { heads: new Map(), drafts: new Map() };
  libraries.set(owner, library);
  return library;
}

export function draftsOf({ drafts }: Library, quiz: string): Map<string, SavedDraft> {
  const found = drafts.get(quiz) ?? new Map<string, SavedDraft>();
  drafts.set(quiz, found);
  return found;
}

export function libraryVerbs(journal: Journal, libraries: Map<string, Library>): LibraryStore {
  async function save<T extends { id: string; version: number }>(
    rows: Map<string, T>,
    row: T,
    keep: () => void,
  ): Promise<Saved<T>> {
    const there = rows.get(row.id);
    if (isDeepStrictEqual(there, row)) return 'saved';
    if ((there?.version ?? 0) !== row.version - 1) return { conflict: there };
    rows.set(row.id, row);
    keep();
    await journal.written();
    return 'saved';
  }

  /** Samples are given anew at every start. */
  const put = (owner: string, pk: string, sk: string, value: unknown) => {
    if (owner !== SAMPLES) journal.put(pk, sk, value);
  };

  const headKey = (id: string) => `HEAD#${id}`;
  const putHead = (owner: string, head: KeptHead) => put(owner, libraryKey(owner), headKey(head.id), head);

  return {
    heads: async (owner) => [...(libraries.get(owner)?.heads.values() ?? [])],
    head: async (owner, id) => libraries.get(owner)?.heads.get(id),
    drafts: async (owner, quiz) => [...(libraries.get(owner)?.drafts.get(quiz)?.values() ?? [])],
    saveHead(owner, { id, title, language, order, version, savedAt, cover }) {
      const { heads } = libraryOf(libraries, owner);
      const { binnedAt, playedAt, editors = [] } = heads.get(id) ?? {};
      const head = { id, title, language, order, version, savedAt, cover, binnedAt, playedAt, editors };
      return save(heads, head, () => putHead(owner, head));
    },
    async markQuiz(owner, id, marks) {
      const there = libraries.get(owner)?.heads.get(id);
      if (!there) return undefined;
      const head = { ...there, ...marks };
      libraryOf(libraries, owner).heads.set(id, head);
      putHead(owner, head);
      await journal.written();
      return head;
    },
    async deleteQuiz(owner, id, binnedAt) {
      const library = libraryOf(libraries, owner);
      if (library.heads.get(id)?.binnedAt !== binnedAt) return;
      library.heads.delete(id);
      put(owner, libraryKey(owner), headKey(id), undefined);
      for (const draft of draftsOf(library, id).keys()) put(owner, draftsKey(owner, id), `Q#${draft}`, undefined);
      library.drafts.delete(id);
      await journal.written();
    },
    saveDraft: (owner, quiz, draft) =>
      save(draftsOf(libraryOf(libraries, owner), quiz), draft, () => put(owner, draftsKey(owner, quiz), `Q#${draft.id}`, draft)),
    async deleteDrafts(owner, quiz, ids) {
      const drafts = draftsOf(libraryOf(libraries, owner), quiz);
      for (const id of ids) if (drafts.delete(id)) put(owner, draftsKey(owner, quiz), `Q#${id}`, undefined);
      await journal.written();
    },
  };
}
