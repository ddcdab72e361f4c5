import { mediaNamedIn } from '../../../game/media/media-file.ts';
import { ordered } from '../../../game/quiz/library.ts';
import type { Request } from '../../connection/requests.ts';
import { pictureAddress } from '../../ui/picture-address.ts';
import { fileName, saveFile } from '../../ui/save-file.ts';
import { loadQuiz } from './load-quiz.ts';

/**
 * A quiz with its pictures and sounds, as a file that opens anywhere.
 * @returns whether it could be fetched
 */
export async function takeAlong(ask: Request, key: string, quiz: string): Promise<boolean> {
  const [loaded, { quizcastFile }] = await Promise.all([
    loadQuiz(ask, key, quiz),
    import('../../../quizzes/formats/out/quizcast-file.ts'),
  ]);
  if (!loaded) return false;
  const { title, language } = loaded.head;
  const questions = ordered(loaded.head, loaded.drafts).map(({ draft }) => draft);
  const media = new Map<string, Uint8Array>();
  for (const file of mediaNamedIn(questions)) {
    const reply = await fetch(pictureAddress(file)).catch(() => undefined);
    if (!reply?.ok) return false;
    media.set(file, new Uint8Array(await reply.arrayBuffer()));
  }
  saveFile(fileName(title, 'quizcast'), quizcastFile({ title, language, questions }, media), 'application/zip');
  return true;
}
