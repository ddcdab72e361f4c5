import type { Heading } from './edited-quiz.ts';

export interface Merged<T> {
  value: T;
  /** Both have changed the same: somebody has to choose. */
  clashes: boolean;
}

/**
 * What two have made of one heading. Questions that either added or removed are added or removed;
 * of titles that both changed the own one stays, and clashes.
 * @param keep questions that stay although they were removed
 */
export function mergeHeadings(base: Heading, mine: Heading, theirs: Heading, keep: ReadonlySet<string>): Merged<Heading> {
  const title = mergeTexts(base.title, mine.title, theirs.title);
  const language = mergeTexts(base.language, mine.language, theirs.language);
  return {
    value: { title: title.value, language: language.value, order: mergeOrders(base.order, mine.order, theirs.order, keep) },
    clashes: title.clashes || language.clashes,
  };
}

function mergeTexts(base: string, mine: string, theirs: string): Merged<string> {
  if (mine === base) return { value: theirs, clashes: false };
  return { value: mine, clashes: theirs !== base && theirs !== mine };
}

/** Theirs, with the own additions and removals; the own where questions were moved. */
export function mergeOrders(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  keep: ReadonlySet<string> = new Set(),
): string[] {
  const [inBase, inMine, inTheirs] = [new Set(base), new Set(mine), new Set(theirs)];
  const isWanted = (id: string) => (inBase.has(id) ? inMine.has(id) && (inTheirs.has(id) || keep.has(id)) : true);
  const stayed = base.filter((id) => inMine.has(id));
  const isMoved = mine.filter((id) => inBase.has(id)).some((id, i) => id !== stayed[i]);
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
  const merged = first.filter(isWanted);
  let at = 0;
  for (const id of second) {
    const there = merged.indexOf(id);
    if (there >= 0) at = there + 1;
    else if (isWanted(id)) merged.splice(at++, 0, id);
  }
  return merged;
}
