import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlayed } from '../../game/media/media-file.ts';
import { filesNamed } from '../../game/quiz/files-named.ts';
import { readMedia } from '../../quizzes/quiz-files.ts';
import type { LocalStore } from './store.ts';

/** What rooms and libraries name: copies of a quiz that was given may outlive its file. */
export function filesNamedIn(store: Pick<LocalStore, 'allDrafts' | 'roomQuestions'>): string[] {
  return [...[...store.allDrafts()].map(({ draft }) => draft), ...[...store.roomQuestions()].flat()].flatMap(filesNamed);
}

export interface KeptFiles {
  /** Pictures, by name. */
  held: ReadonlyMap<string, Buffer>;
  /** Sounds and videos, which are read as they are played. */
  played: ReadonlySet<string>;
  folder: string;
}

/**
 * Open rooms and copies keep what they show without the quiz file.
 * @param given files or their bytes, by the name that they get
 * @param onProgress files made fit, and how many there are to be
 * @throws UnreadableQuiz
 */
export async function keepFiles(
  directory: string,
  given: ReadonlyMap<string, string | Buffer>,
  inUse: Iterable<string>,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<KeptFiles> {
  const folder = join(directory, 'pictures');
  mkdirSync(folder, { recursive: true });
  const missing = [...given].filter(([name]) => !existsSync(join(folder, name)));
  for (const [i, [name, file]] of missing.entries()) {
    writeWhole(join(folder, name), typeof file === 'string' ? await readMedia(name, file) : file);
    onProgress(i + 1, missing.length);
  }
  const wanted = new Set([...given.keys(), ...inUse]);
  const held = new Map<string, Buffer>();
  const played = new Set<string>();
  for (const name of readdirSync(folder)) {
    if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
    else if (isPlayed(name)) played.add(name);
    else held.set(name, readFileSync(join(folder, name)));
  }
  return { held, played, folder };
}

/** An interrupted file never bears the name. */
function writeWhole(to: string, bytes: Buffer): void {
  writeFileSync(`${to}.part`, bytes, { flush: true });
  renameSync(`${to}.part`, to);
}
