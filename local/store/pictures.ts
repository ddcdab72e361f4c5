import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverOf } from '../../game/quiz/library.ts';
import { readPicture } from '../../quizzes/quiz-files.ts';
import type { LocalStore } from './store.ts';

/** What rooms and libraries name: copies of a quiz that was given may outlive its file. */
export function picturesIn(store: Pick<LocalStore, 'allDrafts' | 'roomQuestions'>): string[] {
  const asked = [...store.roomQuestions()].flatMap((questions) => questions.flatMap(({ picture }) => picture?.file ?? []));
  return [...asked, ...[...store.allDrafts()].flatMap((draft) => coverOf(draft)?.file ?? [])];
}

/**
 * Open rooms and copies keep their pictures without the quiz file.
 * @param given files by the name that they get
 * @param onProgress pictures made fit, and how many there are to be
 * @throws UnreadableQuiz
 */
export async function keepPictures(
  directory: string,
  given: ReadonlyMap<string, string>,
  inUse: Iterable<string>,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<ReadonlyMap<string, Buffer>> {
  const folder = join(directory, 'pictures');
  mkdirSync(folder, { recursive: true });
  const missing = [...given].filter(([name]) => !existsSync(join(folder, name)));
  for (const [i, [name, file]] of missing.entries()) {
    writeWhole(join(folder, name), await readPicture(file));
    onProgress(i + 1, missing.length);
  }
  const wanted = new Set([...given.keys(), ...inUse]);
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
