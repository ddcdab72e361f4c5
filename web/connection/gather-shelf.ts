import type { Frame } from '../../game/wire/server-frames.ts';

/** The whole library, page by page. @returns undefined if a page does not come */
export async function gatherShelf(page: (after: string) => Promise<Frame | undefined>): Promise<Frame<'shelf'> | undefined> {
  const first = await page('');
  if (first?.type !== 'shelf') return;
  const quizzes = [...first.quizzes];
  for (let after = first.next; after; ) {
    const more = await page(after);
    if (more?.type !== 'shelf') return;
    quizzes.push(...more.quizzes);
    after = more.next;
  }
  return { ...first, quizzes };
}
