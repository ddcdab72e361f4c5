import { parseQuiz, type Quiz, type QuizFault } from './quiz.ts';

/** A question as it is being written: any field may be missing or faulty. */
export type Draft = Readonly<Record<string, unknown>>;

export interface SavedDraft {
  id: string;
  /** Rises by one with every change, from 1. */
  version: number;
  draft: Draft;
}

/** What a library lists of a quiz. */
export interface QuizHead {
  id: string;
  title: string;
  language: string;
  /** Ids of its questions. */
  order: readonly string[];
  /** Of title, language and order; rises by one with every change, from 1. */
  version: number;
  /** Epoch ms: the quiz or one of its questions. */
  savedAt: number;
  /** The first picture that was found. */
  cover?: Cover | undefined;
  /** In the bin since; after BINNED_MS it is gone. */
  binnedAt?: number | undefined;
  playedAt?: number | undefined;
}

export interface Cover {
  file: string;
  alt: string;
  /** Whose picture it is. */
  question: string;
}

export const BINNED_MS = 30 * 86_400_000;

/** As the head orders them; others were removed. */
export function ordered({ order }: Pick<QuizHead, 'order'>, drafts: readonly SavedDraft[]): SavedDraft[] {
  const byId = new Map(drafts.map((one) => [one.id, one]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

/** @returns the quiz, or what has to be mended before it can be played */
export const quizOf = (head: QuizHead, drafts: readonly SavedDraft[]): { quiz: Quiz } | { faults: QuizFault[] } =>
  parseQuiz({
    title: head.title,
    language: head.language,
    questions: ordered(head, drafts).map(({ draft }) => draft),
  });

/** The picture of a question, if it has one: small if it can be. */
export function coverOf({ id, draft: { picture } }: Pick<SavedDraft, 'id' | 'draft'>): Cover | undefined {
  if (typeof picture !== 'object' || picture === null) return undefined;
  const { file, small, alt }: Record<string, unknown> = { ...picture };
  if (typeof file !== 'string') return undefined;
  return { file: typeof small === 'string' ? small : file, alt: typeof alt === 'string' ? alt : '', question: id };
}
