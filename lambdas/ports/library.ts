import type { Cover, QuizHead, SavedDraft } from '../../game/quiz/library.ts';

/** Owns what everybody may play, and nobody changes. */
export const SAMPLES = 'samples';

/** `conflict`: what is there. */
export type Saved<T> = 'saved' | { conflict: T | undefined };

/** With the connections of the pages that edit it, the newest first. */
export interface KeptHead extends QuizHead {
  editors: readonly string[];
}

/** What changes without a new version; undefined: none. */
export type QuizMarks = Partial<Pick<KeptHead, 'savedAt' | 'playedAt' | 'binnedAt' | 'editors'>> & { cover?: Cover | undefined };

/**
 * Each owner (the hash of a host key, or SAMPLES) sees and changes their own quizzes only.
 * A save replaces the version before its own (1: nothing), and else changes nothing; repeated, it is the same save.
 * Every read is strongly consistent.
 */
export interface LibraryStore {
  /** In no order. */
  heads(owner: string): Promise<KeptHead[]>;
  head(owner: string, id: string): Promise<KeptHead | undefined>;
  /** In no order, with those that the head names no longer. */
  drafts(owner: string, quiz: string): Promise<SavedDraft[]>;
  /** Title, language, order, cover and time; the other marks stay. */
  saveHead(owner: string, head: QuizHead): Promise<Saved<KeptHead>>;
  /** @returns the head as it is then; undefined: there is none, and none is made */
  markQuiz(owner: string, id: string, marks: QuizMarks): Promise<KeptHead | undefined>;
  saveDraft(owner: string, quiz: string, draft: SavedDraft): Promise<Saved<SavedDraft>>;
  /** With its drafts, unless it was taken out of the bin: it lies there since `binnedAt`. */
  deleteQuiz(owner: string, id: string, binnedAt: number): Promise<void>;
  deleteDrafts(owner: string, quiz: string, ids: readonly string[]): Promise<void>;
}
