import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quizFilesIn, readMedia, readQuizFile } from '../../quizzes/quiz-files.ts';
import { buildPages } from '../../web/pages/build.ts';

const QUIZZES = fileURLToPath(new URL('../../quizzes', import.meta.url));

export const NOT_FOUND = 'not-found.txt';

/** @throws UnreadableQuiz, at deployment */
export async function buildSite(): Promise<string> {
  const site = mkdtempSync(join(tmpdir(), 'quizcast-site-'));
  await buildPages(site);
  writeFileSync(join(site, NOT_FOUND), 'There is nothing here. Quizcast is at /\n');
  mkdirSync(join(site, 'pictures'));
  for (const { media } of quizFilesIn(QUIZZES).map(readQuizFile)) {
    for (const [name, file] of media) writeFileSync(join(site, 'pictures', name), await readMedia(name, file));
  }
  return site;
}
