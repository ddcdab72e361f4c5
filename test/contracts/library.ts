// What every store must do with the quizzes that hosts own.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quizOf, type SavedDraft } from '../../game/quiz/library.ts';
import { putQuiz } from '../../lambdas/library/put-quiz.ts';
import type { KeptHead, LibraryStore } from '../../lambdas/ports/library.ts';
import { QUIZ } from './store.ts';

const id = () => randomBytes(9).toString('base64url');
const headOf = (change: Partial<KeptHead> = {}): KeptHead => ({
  id: id(),
  title: 'Capitals',
  language: 'en',
  order: ['b', 'a'],
  version: 1,
  savedAt: 1000,
  cover: { file: 'lima.jpg', alt: 'A square', question: 'b' },
  editors: [],
  ...change,
});
const draftOf = (change: Partial<SavedDraft> = {}): SavedDraft => ({
  id: id(),
  version: 1,
  draft: { kind: 'choice', text: 'The capital of Chile?', options: ['Lima', ''], seconds: 20 },
  ...change,
});

export function libraryContract(name: string, open: () => Promise<{ store: LibraryStore; close(): Promise<void> }>) {
  describe(`the contract of a library: ${name}`, { timeout: 240_000 }, () => {
    let store: LibraryStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open());
    });
    afterAll(() => close());

    test('heads and drafts are read as they were saved', async () => {
      const owner = id();
      const [one, other] = [headOf(), headOf({ cover: undefined, order: [] })];
      const [a, b] = [draftOf(), draftOf()];
      expect([await store.saveHead(owner, one), await store.saveHead(owner, other)]).toEqual(['saved', 'saved']);
      expect([await store.saveDraft(owner, one.id, a), await store.saveDraft(owner, one.id, b)]).toEqual(['saved', 'saved']);
      const byId = (rows: { id: string }[]) => rows.toSorted((x, y) => (x.id < y.id ? -1 : 1));
      expect(byId(await store.heads(owner))).toEqual(byId([one, other]));
      expect(await store.head(owner, one.id)).toEqual(one);
      expect([byId(await store.drafts(owner, one.id)), await store.drafts(owner, other.id)]).toEqual([byId([a, b]), []]);
    });

    test('what does not exist is not found', async () => {
      expect([await store.heads(id()), await store.head(id(), id()), await store.drafts(id(), id())]).toEqual([
        [],
        undefined,
        [],
      ]);
    });

    test('another owner’s quizzes are neither read nor changed, even with the same id', async () => {
      const [own, foreign] = [id(), id()];
      const [head, draft] = [headOf(), draftOf()];
      await store.saveHead(own, head);
      await store.saveDraft(own, head.id, draft);
      expect([await store.heads(foreign), await store.head(foreign, head.id), await store.drafts(foreign, head.id)]).toEqual([
        [],
        undefined,
        [],
      ]);
      await store.saveHead(foreign, { ...head, title: 'Rivers' });
      await store.saveDraft(foreign, head.id, { ...draft, draft: { kind: 'typed' } });
      await store.deleteDrafts(foreign, head.id, [draft.id]);
      expect([await store.head(own, head.id), await store.drafts(own, head.id)]).toEqual([head, [draft]]);
    });

    test('a save replaces the version before its own; an older one is told what is there, and changes nothing', async () => {
      const owner = id();
      const head = headOf();
      const draft = draftOf();
      await store.saveHead(owner, head);
      await store.saveDraft(owner, head.id, draft);
      const renamed = { ...head, title: 'Rivers', version: 2, cover: undefined };
      const changed = { ...draft, draft: { kind: 'poll', text: 'Which?' }, version: 2 };
      expect([await store.saveHead(owner, renamed), await store.saveDraft(owner, head.id, changed)]).toEqual(['saved', 'saved']);
      expect(await store.saveHead(owner, { ...head, title: 'Lakes', version: 2 })).toEqual({ conflict: renamed });
      expect(await store.saveHead(owner, { ...head, title: 'Lakes', version: 4 })).toEqual({ conflict: renamed });
      expect(await store.saveHead(owner, { ...head, title: 'Lakes' })).toEqual({ conflict: renamed });
      expect(await store.saveDraft(owner, head.id, { ...draft, draft: {}, version: 2 })).toEqual({ conflict: changed });
      expect(await store.saveDraft(owner, head.id, { ...draft, draft: {} })).toEqual({ conflict: changed });
      expect(await store.saveDraft(owner, head.id, draftOf({ version: 2 }))).toEqual({ conflict: undefined });
      expect([await store.head(owner, head.id), await store.drafts(owner, head.id)]).toEqual([renamed, [changed]]);
    });

    test('a repeated save is the same save', async () => {
      const owner = id();
      const [head, draft] = [headOf(), draftOf()];
      for (let i = 0; i < 2; i++)
        expect([await store.saveHead(owner, head), await store.saveDraft(owner, head.id, draft)]).toEqual(['saved', 'saved']);
      const [renamed, changed] = [
        { ...head, title: 'Rivers', version: 2 },
        { ...draft, draft: { kind: 'poll' }, version: 2 },
      ];
      for (let i = 0; i < 2; i++)
        expect([await store.saveHead(owner, renamed), await store.saveDraft(owner, head.id, changed)]).toEqual([
          'saved',
          'saved',
        ]);
    });

    test('marks change without a new version, and stay when the quiz is saved; a quiz that is not there is not made', async () => {
      const owner = id();
      const head = headOf();
      await store.saveHead(owner, head);
      const marks = { savedAt: 2000, playedAt: 3000, binnedAt: 4000, editors: ['one', 'other'] };
      expect(await store.markQuiz(owner, head.id, marks)).toEqual({ ...head, ...marks });
      await store.saveHead(owner, { ...head, title: 'Rivers', version: 2, savedAt: 5000 });
      const renamed = { ...head, ...marks, title: 'Rivers', version: 2, savedAt: 5000 };
      expect(await store.head(owner, head.id)).toEqual(renamed);
      const cleared = { ...renamed, binnedAt: undefined, cover: undefined };
      expect(await store.markQuiz(owner, head.id, { binnedAt: undefined, cover: undefined })).toEqual(cleared);
      expect([await store.heads(owner), await store.markQuiz(owner, id(), marks)]).toEqual([[cleared], undefined]);
    });

    test('a quiz in the bin is deleted with its drafts; one that was taken out, or binned again, keeps its own', async () => {
      const owner = id();
      const [one, other, draft] = [headOf(), headOf(), draftOf()];
      for (const head of [one, other]) {
        await store.saveHead(owner, head);
        await store.saveDraft(owner, head.id, draft);
      }
      await store.markQuiz(owner, one.id, { binnedAt: 2000 });
      await store.deleteQuiz(owner, one.id, 1000);
      expect(await store.drafts(owner, one.id)).toEqual([draft]);
      await store.deleteQuiz(owner, one.id, 2000);
      await store.deleteQuiz(owner, other.id, 2000);
      await store.deleteQuiz(owner, id(), 2000);
      expect([await store.heads(owner), await store.drafts(owner, one.id), await store.drafts(owner, other.id)]).toEqual([
        [other],
        [],
        [draft],
      ]);
    });

    test('of many saves of one version at once one is saved, and the others are told of it', async () => {
      const [owner, quiz] = [id(), id()];
      const draft = draftOf();
      const saves = Array.from({ length: 8 }, (_, i) => ({ ...draft, draft: { text: `Attempt ${i}` } }));
      const results = await Promise.all(saves.map((one) => store.saveDraft(owner, quiz, one)));
      const won = saves.filter((_, i) => results[i] === 'saved');
      expect([won.length, await store.drafts(owner, quiz)]).toEqual([1, won]);
      expect(results.filter((one) => one !== 'saved')).toEqual(Array.from({ length: 7 }, () => ({ conflict: won[0] })));
    });

    test('deleted drafts are gone; the others and unknown ones do not mind', async () => {
      const [owner, quiz] = [id(), id()];
      const [a, b] = [draftOf(), draftOf()];
      await store.saveDraft(owner, quiz, a);
      await store.saveDraft(owner, quiz, b);
      await store.deleteDrafts(owner, quiz, [a.id, id()]);
      expect(await store.drafts(owner, quiz)).toEqual([b]);
    });

    test('a quiz that is put in replaces the one of its id, and reads as it was written', async () => {
      const [owner, quiz] = [id(), id()];
      const questions = Array.from({ length: 30 }, (_, i) => ({ ...QUIZ.questions[0]!, text: `Question ${i}` }));
      await putQuiz(store, owner, quiz, QUIZ, 1000);
      await putQuiz(store, owner, quiz, { ...QUIZ, title: 'Long', questions }, 2000);
      const head = (await store.head(owner, quiz))!;
      const drafts = await store.drafts(owner, quiz);
      expect([head.savedAt, drafts.length, quizOf(head, drafts)]).toEqual([
        2000,
        30,
        { quiz: { ...QUIZ, title: 'Long', questions } },
      ]);
    });
  });
}
