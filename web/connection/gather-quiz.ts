import type { QuizHead, SavedDraft } from '../../game/quiz/library.ts';
import type { Request } from './requests.ts';

/**
 * An own quiz, page by page.
 * @returns `none`: there is no such quiz; undefined: it did not come
 */
export async function gatherQuiz(
  ask: Request,
  key: string,
  quiz: string,
): Promise<{ head: QuizHead; drafts: SavedDraft[] } | 'none' | undefined> {
  const drafts: SavedDraft[] = [];
  for (let after: string | undefined; ; ) {
    const reply = await ask('quiz', { key, quiz, after });
    if (reply?.type === 'refused' && reply.code === 'noQuiz') return 'none';
    if (reply?.type !== 'quiz') return undefined;
    drafts.push(...reply.drafts);
    if (reply.next === undefined) return { head: reply.head, drafts };
    after = reply.next;
  }
}
