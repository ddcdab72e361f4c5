import type { SavedDraft } from '../../../game/quiz/library.ts';
import type { KeptHead, LibraryStore, Saved } from '../../ports/library.ts';
import { type Item, json, jsonOf, keyOf, number, numberOf, textOf, value } from './attributes.ts';
import type { Items } from './items.ts';
import { KEYS, type Key } from './table.ts';

const HEAD = 'HEAD#';
const QUESTION = 'Q#';
const idAfter = (prefix: string, item: Item) => keyOf(item).sk.slice(prefix.length);

const headFrom = (item: Item): KeptHead => ({
  id: idAfter(HEAD, item),
  title: textOf(item, 'title'),
  language: textOf(item, 'language'),
  order: jsonOf(item, 'order'),
  version: numberOf(item, 'version'),
  savedAt: numberOf(item, 'savedAt'),
  cover: json(item, 'cover'),
  binnedAt: number(item, 'binnedAt'),
  playedAt: number(item, 'playedAt'),
  editors: json(item, 'editors') ?? [],
});

const draftFrom = (item: Item): SavedDraft => ({
  id: idAfter(QUESTION, item),
  version: numberOf(item, 'version'),
  draft: jsonOf(item, 'draft'),
});

type Attributes = Record<string, string | number | undefined> & { version: number };

/** After the version before, or where nothing is. */
async function save<T>(items: Items, key: Key, set: Attributes, from: (item: Item) => T): Promise<Saved<T>> {
  const { version } = set;
  const saved = await items.update(key, {
    set,
    ...(version === 1
      ? { condition: 'attribute_not_exists(#version)' }
      : { condition: '#version = :before', values: { before: version - 1 } }),
  });
  if ('item' in saved) return 'saved';
  // Not every engine returns it.
  const there = saved.failed ?? (await items.get(key));
  // A retry whose first reply was lost.
  const isOwn = there && Object.entries(set).every(([name, wanted]) => value(there, name) === wanted);
  return isOwn ? 'saved' : { conflict: there && from(there) };
}

export function libraryVerbs(items: Items): LibraryStore {
  return {
    heads: async (owner) => (await items.list(KEYS.head(owner, '').pk, HEAD)).map(headFrom),
    async head(owner, id) {
      const item = await items.get(KEYS.head(owner, id));
      return item && headFrom(item);
    },
    drafts: async (owner, quiz) => (await items.list(KEYS.draft(owner, quiz, '').pk, QUESTION)).map(draftFrom),
    saveHead(owner, { id, title, language, order, version, savedAt, cover }) {
      const set = { title, language, order: JSON.stringify(order), version, savedAt, cover: cover && JSON.stringify(cover) };
      return save(items, KEYS.head(owner, id), set, headFrom);
    },
    saveDraft: (owner, quiz, { id, version, draft }) =>
      save(items, KEYS.draft(owner, quiz, id), { draft: JSON.stringify(draft), version }, draftFrom),
    async markQuiz(owner, id, marks) {
      const set = Object.fromEntries(
        Object.entries(marks).map(([name, mark]) => [name, typeof mark === 'object' ? JSON.stringify(mark) : mark]),
      );
      const marked = await items.update(KEYS.head(owner, id), {
        set,
        condition: 'attribute_exists(#version)',
      });
      return 'item' in marked ? headFrom(marked.item) : undefined;
    },
    async deleteQuiz(owner, id, binnedAt) {
      const drafts = await items.list(KEYS.draft(owner, id, '').pk, QUESTION);
      // Once more after a lost reply, it is not there.
      const condition = 'attribute_not_exists(#version) OR #binnedAt = :binnedAt';
      if (!(await items.delete(KEYS.head(owner, id), { condition, values: { binnedAt } }))) return;
      await Promise.all(drafts.map((item) => items.delete(keyOf(item))));
    },
    async deleteDrafts(owner, quiz, ids) {
      await Promise.all(ids.map((id) => items.delete(KEYS.draft(owner, quiz, id))));
    },
  };
}
