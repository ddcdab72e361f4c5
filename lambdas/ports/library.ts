import type { Quiz } from '../../game/quiz/quiz.ts';

/** Hosts and their quizzes. */
export interface LibraryStore {
  /** Allows a host, by the hash of their key, to open rooms. */
  invite(key: string): Promise<void>;
  invited(key: string): Promise<boolean>;
  /** Adds a quiz for every host; the same id replaces it. */
  putQuiz(id: string, quiz: Quiz): Promise<void>;
  /** Ordered by id. */
  listQuizzes(): Promise<{ id: string; quiz: Quiz }[]>;
}
