import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Quiz } from '../../game/quiz/quiz.ts';

/**
 * Open rooms keep their pictures without the quiz file.
 * @param given files by content name
 */
export function keepPictures(
  directory: string,
  given: ReadonlyMap<string, string>,
  ofRooms: Iterable<Quiz>,
): ReadonlyMap<string, Buffer> {
  const folder = join(directory, 'pictures');
  mkdirSync(folder, { recursive: true });
  for (const [name, file] of given) if (!existsSync(join(folder, name))) copyWhole(file, join(folder, name));
  const wanted = new Set(given.keys());
  for (const { questions } of ofRooms) for (const { picture } of questions) if (picture) wanted.add(picture.file);
  const kept = new Map<string, Buffer>();
  for (const name of readdirSync(folder)) {
    if (wanted.has(name)) kept.set(name, readFileSync(join(folder, name)));
    else rmSync(join(folder, name), { force: true });
  }
  return kept;
}

/** An interrupted copy never bears the name. */
function copyWhole(from: string, to: string): void {
  writeFileSync(`${to}.part`, readFileSync(from), { flush: true });
  renameSync(`${to}.part`, to);
}
