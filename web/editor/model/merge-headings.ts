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

/** Theirs, with the own additions and removals; what was moved here goes behind the same question as here, if they left that in its place. */
export function mergeOrders(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  keep: ReadonlySet<string> = new Set(),
): string[] {
  const [inBase, inMine, inTheirs] = [new Set(base), new Set(mine), new Set(theirs)];
  const isWanted = (id: string) => (inBase.has(id) ? inMine.has(id) && (inTheirs.has(id) || keep.has(id)) : true);
  const [moved, movedByThem] = [movedIn(base, mine), movedIn(base, theirs)];
  const merged = theirs.filter((id) => isWanted(id) && !moved.has(id));
  let at = 0;
  for (const id of mine) {
    const there = merged.indexOf(id);
    if (there < 0 && isWanted(id)) merged.splice(at++, 0, id);
    else if (there >= 0 && !movedByThem.has(id)) at = there + 1;
  }
  return merged;
}

/** As few as can be: the others have kept their order. */
function movedIn(base: readonly string[], mine: readonly string[]): ReadonlySet<string> {
  const place = new Map(base.map((id, i) => [id, i]));
  const both = mine.flatMap((id) => {
    const at = place.get(id);
    return at === undefined ? [] : [{ id, at }];
  });
  // For each, the longest row in order that ends with it.
  const rows: { at: number; ids: readonly string[] }[] = [];
  for (const { id, at } of both) rows.push({ at, ids: [...longest(rows.filter((row) => row.at < at)), id] });
  const kept = new Set(longest(rows));
  return new Set(both.flatMap(({ id }) => (kept.has(id) ? [] : [id])));
}

const longest = (rows: readonly { ids: readonly string[] }[]): readonly string[] =>
  rows.reduce<readonly string[]>((most, { ids }) => (ids.length > most.length ? ids : most), []);
