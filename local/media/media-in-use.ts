import { setImmediate } from 'node:timers/promises';
import { mediaNamedIn } from '../../game/media/media-file.ts';

/** So many questions take a millisecond or two. */
const AT_ONCE = 500;

/** Of drafts and of questions in rooms: games go on meanwhile. */
export async function mediaInUse(questions: Iterable<unknown>): Promise<Set<string>> {
  const names = new Set<string>();
  let n = 0;
  for (const question of questions) {
    for (const file of mediaNamedIn(question)) names.add(file);
    if (++n % AT_ONCE === 0) await setImmediate();
  }
  return names;
}
