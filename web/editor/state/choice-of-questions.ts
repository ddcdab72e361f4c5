// Which question is edited, and which are chosen with it.

export interface Choice {
  current: string | undefined;
  /** Where a range begins. */
  anchor: string | undefined;
  chosen: ReadonlySet<string>;
}

export const NONE: Choice = { current: undefined, anchor: undefined, chosen: new Set() };

export const only = (id: string | undefined): Choice => ({
  current: id,
  anchor: id,
  chosen: new Set(id === undefined ? [] : [id]),
});

/** All from the anchor on. */
export function rangeTo({ anchor }: Choice, order: readonly string[], id: string): Choice {
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
  if (from < 0) return only(id);
  return { current: id, anchor, chosen: new Set(order.slice(Math.min(from, to), Math.max(from, to) + 1)) };
}

/** One more or one less. */
export function toggled({ chosen }: Choice, id: string): Choice {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  const current = next.has(id) ? id : [...next].at(-1);
  return current === undefined ? only(id) : { current, anchor: id, chosen: next };
}

/** What is gone is not chosen; its neighbour is instead. */
export function withOrder(choice: Choice, before: readonly string[], order: readonly string[]): Choice {
  const { current } = choice;
  if (current !== undefined && order.includes(current)) {
    const chosen = new Set([...choice.chosen].filter((id) => order.includes(id)));
    return chosen.size === choice.chosen.size ? choice : { ...choice, chosen };
  }
  const at = before.indexOf(current ?? '');
  return only(order[Math.min(Math.max(at, 0), order.length - 1)]);
}
