import { coverOf, type QuizHead, type SavedDraft } from '../../game/quiz/library.ts';
import type { Quiz } from '../../game/quiz/quiz.ts';
import type { LibraryStore } from '../ports/library.ts';

/** Replaces the quiz of that id, in one moment: whoever reads it has the old or the new one. */
export async function putQuiz(store: LibraryStore, owner: string, id: string, quiz: Quiz, now: number): Promise<void> {
  const [before, old] = await Promise.all([store.head(owner, id), store.drafts(owner, id)]);
  const version = (before?.version ?? 0) + 1;
  // A put that broke off may have left some.
  const versions = new Map(old.map((draft) => [draft.id, draft.version]));
  const drafts = quiz.questions.map((question, i): SavedDraft => {
    const draft = `${version}-${i}`;
    return { id: draft, version: (versions.get(draft) ?? 0) + 1, draft: { ...question } };
  });
  await Promise.all(drafts.map((draft) => store.saveDraft(owner, id, draft)));
  const head: QuizHead = {
    id,
    title: quiz.title,
    language: quiz.language,
    order: drafts.map((draft) => draft.id),
    version,
    savedAt: now,
    cover: drafts.map(coverOf).find((cover) => cover),
  };
  if ((await store.saveHead(owner, head)) !== 'saved') throw new Error(`the quiz ${id} was replaced at the same time`);
  const stale = old.filter((draft) => !head.order.includes(draft.id));
  await store.deleteDrafts(
    owner,
    id,
    stale.map((draft) => draft.id),
  );
}
