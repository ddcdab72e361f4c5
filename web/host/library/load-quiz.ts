import type { QuizHead, SavedDraft } from '../../../game/quiz/library.ts';
import type { Request } from '../../connection/requests.ts';

/** Head and drafts of an own quiz; undefined when they do not come. */
export async function loadQuiz(
  ask: Request,
  key: string,
  quiz: string,
): Promise<{ head: QuizHead; drafts: SavedDraft[] } | undefined> {
  const drafts: SavedDraft[] = [];
  for (let after: string | undefined; ; ) {
    const reply = await ask('quiz', { key, quiz, after });
    if (reply?.type !== 'quiz') return undefined;
    drafts.push(...reply.drafts);
    if (reply.next === undefined) return { head: reply.head, drafts };
    after = reply.next;
  }
}
