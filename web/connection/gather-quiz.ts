import { ordered, type QuizHead, type SavedDraft } from '../../game/quiz/library.ts';
import type { Request } from './requests.ts';

interface GatheredQuiz {
  head: QuizHead;
  /** In the order of the head. */
  drafts: SavedDraft[];
}

/** Questions that are moved between two pages may be missed. */
const TRIES = 3;

/**
 * An own quiz, page by page.
 * @returns `none`: there is no such quiz; undefined: it did not come
 */
export async function gatherQuiz(ask: Request, key: string, quiz: string): Promise<GatheredQuiz | 'none' | undefined> {
  for (let tries = 1; ; tries++) {
    const gathered = await gatherPages(ask, key, quiz);
    if (!gathered || gathered === 'none') return gathered;
    const { head } = gathered;
    const drafts = ordered(head, gathered.drafts);
    if (drafts.length === head.order.length || tries === TRIES) return { head, drafts };
  }
}

async function gatherPages(ask: Request, key: string, quiz: string): Promise<GatheredQuiz | 'none' | undefined> {
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
