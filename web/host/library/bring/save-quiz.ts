import type { BrowserEnvironment } from '../../../browser/environment.ts';
import { newQuestionId, newQuizId } from '../../../browser/new-ids.ts';
import type { Request } from '../../../connection/requests.ts';
import type { NewQuiz } from './brought-rows.ts';

/** Questions on their way at once. */
const AT_ONCE = 8;

/**
 * The whole quiz, into the bin: it is taken out when all that comes with it is there too.
 * @param saved is told of each group of questions
 * @returns its id; undefined when it was given up, or something was not taken
 */
export async function saveInBin(
  ask: Request,
  key: string,
  environment: Pick<BrowserEnvironment, 'bytes'>,
  { title, language, questions }: NewQuiz,
  saved: (questions: number) => void,
  isGivenUp: () => boolean,
): Promise<string | undefined> {
  const quiz = newQuizId(environment);
  const rows = questions.map((draft) => ({ question: newQuestionId(environment), draft }));
  const heading = { key, quiz, title, language };
  const begun = await ask('saveQuiz', { ...heading, version: 1, order: [] });
  if (begun?.type !== 'saved') return undefined;
  await ask('binQuiz', { key, quiz, binned: true });
  for (let first = 0; first < rows.length; first += AT_ONCE) {
    if (isGivenUp()) return undefined;
    const some = rows.slice(first, first + AT_ONCE);
    const replies = await Promise.all(some.map((row) => ask('saveQuestion', { key, quiz, version: 1, ...row })));
    if (!replies.every((reply) => reply?.type === 'saved')) return undefined;
    saved(some.length);
  }
  if (isGivenUp()) return undefined;
  const whole = await ask('saveQuiz', { ...heading, version: 2, order: rows.map(({ question }) => question) });
  return whole?.type === 'saved' ? quiz : undefined;
}
