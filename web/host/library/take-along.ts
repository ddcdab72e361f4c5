import { mediaNamedIn } from '../../../game/media/media-file.ts';
import { ordered } from '../../../game/quiz/library.ts';
import { gatherQuiz } from '../../connection/gather-quiz.ts';
import type { Request } from '../../connection/requests.ts';
import { pictureAddress } from '../../ui/picture-address.ts';
import { safeName, saveFile } from '../../ui/save-file.ts';
import { host as words } from '../../words/en.ts';

/**
 * A quiz with its pictures and sounds, as a file that opens anywhere.
 * @returns whether it could be fetched
 */
export async function takeAlong(ask: Request, key: string, quiz: string): Promise<boolean> {
  const [loaded, { quizcastFile }] = await Promise.all([
    gatherQuiz(ask, key, quiz),
    import('../../../quizzes/formats/out/quizcast-file.ts'),
  ]);
  if (!loaded || loaded === 'none') return false;
  const { title, language } = loaded.head;
  const questions = ordered(loaded.head, loaded.drafts).map(({ draft }) => draft);
  const media = new Map<string, Uint8Array>();
  for (const file of mediaNamedIn(questions)) {
    const reply = await fetch(pictureAddress(file)).catch(() => undefined);
    if (!reply?.ok) return false;
    media.set(file, new Uint8Array(await reply.arrayBuffer()));
  }
  saveFile(
    `${safeName(title) || words.own.untitled}.quizcast`,
    quizcastFile({ title, language, questions }, media),
    'application/zip',
  );
  return true;
}
