import type { Quiz } from '../../game/quiz/quiz.ts';
import { putQuiz } from '../../lambdas/library/put-quiz.ts';
import { type LibraryStore, SAMPLES } from '../../lambdas/ports/library.ts';

export const putSample = (store: LibraryStore, id: string, quiz: Quiz) => putQuiz(store, SAMPLES, id, quiz, 1000);

export const sampleIds = async (store: LibraryStore) => (await store.heads(SAMPLES)).map(({ id }) => id).sort();
