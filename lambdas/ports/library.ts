import type { Quiz } from '../../game/quiz/quiz.ts';

export interface LibraryStore {
  /** @param key hash of the host key */
  invite(key: string): Promise<void>;
  invited(key: string): Promise<boolean>;
  /** The same id replaces it. */
  putQuiz(id: string, quiz: Quiz): Promise<void>;
  /** Ordered by id. */
  listQuizzes(): Promise<{ id: string; quiz: Quiz }[]>;
}
