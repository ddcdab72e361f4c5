import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Question } from '../../game/quiz/questions/index.ts';
import { readPicture } from '../../quizzes/quiz-files.ts';

/**
 * Open rooms keep their pictures without the quiz file.
 * @param given files by the name that they get
 * @param onProgress pictures made fit, and how many there are to be
 * @throws UnreadableQuiz
 */
export async function keepPictures(
  directory: string,
  given: ReadonlyMap<string, string>,
  ofRooms: Iterable<readonly Question[]>,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ReadonlyMap<string, Buffer>> {
  const folder = join(directory, 'pictures');
  mkdirSync(folder, { recursive: true });
  const missing = [...given].filter(([name]) => !existsSync(join(folder, name)));
  for (const [i, [name, file]] of missing.entries()) {
    writeWhole(join(folder, name), await readPicture(file));
    onProgress(i + 1, missing.length);
  }
  const wanted = new Set(given.keys());
  for (const questions of ofRooms) for (const { picture } of questions) if (picture) wanted.add(picture.file);
  const kept = new Map<string, Buffer>();
  for (const name of readdirSync(folder)) {
    if (wanted.has(name)) kept.set(name, readFileSync(join(folder, name)));
    else rmSync(join(folder, name), { force: true });
  }
  return kept;
}

/** An interrupted file never bears the name. */
function writeWhole(to: string, bytes: Buffer): void {
  writeFileSync(`${to}.part`, bytes, { flush: true });
  renameSync(`${to}.part`, to);
}
