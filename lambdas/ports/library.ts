import type { QuizHead, SavedDraft } from '../../game/quiz/library.ts';

/** Owns what everybody may play, and nobody changes. */
export const SAMPLES = 'samples';

/** `conflict`: what is there. */
export type Saved<T> = 'saved' | { conflict: T | undefined };

/**
 * Each owner (the hash of a host key, or SAMPLES) sees and changes their own quizzes only.
 * A save replaces the version before its own (1: nothing), and else changes nothing; repeated, it is the same save.
 * Every read is strongly consistent.
 */
export interface LibraryStore {
  /** In no order. */
  heads(owner: string): Promise<QuizHead[]>;
  head(owner: string, id: string): Promise<QuizHead | undefined>;
  /** In no order, with those that the head names no longer. */
  drafts(owner: string, quiz: string): Promise<SavedDraft[]>;
  saveHead(owner: string, head: QuizHead): Promise<Saved<QuizHead>>;
  saveDraft(owner: string, quiz: string, draft: SavedDraft): Promise<Saved<SavedDraft>>;
  deleteDrafts(owner: string, quiz: string, ids: readonly string[]): Promise<void>;
}
