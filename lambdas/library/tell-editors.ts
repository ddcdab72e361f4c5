import type { Frame } from '../../game/wire/server-frames.ts';
import type { KeptHead, LibraryStore } from '../ports/library.ts';
import type { Sockets } from '../ports/sockets.ts';
import { frameText } from '../room/frame-text.ts';

/** The other pages that edit this quiz. */
export async function tellEditors(
  { store, sockets }: { store: LibraryStore; sockets: Sockets },
  owner: string,
  { id, editors }: Pick<KeptHead, 'id' | 'editors'>,
  but: string,
  changed: Pick<Frame<'edited'>, 'head' | 'draft'>,
): Promise<void> {
  const others = editors.filter((connection) => connection !== but);
  if (others.length === 0) return;
  const { gone } = await sockets.sendAll(others, frameText({ type: 'edited', quiz: id, ...changed }));
  if (gone.length) await store.markQuiz(owner, id, { editors: editors.filter((connection) => !gone.includes(connection)) });
}
