// The only readers' file that knows which kind a question becomes.
import type { Draft, Entry } from './format.ts';

export interface FoundOption {
  text: string;
  right: boolean;
}

/** Fields that any kind may have. */
export interface More {
  seconds?: number | undefined;
  explanation?: string | undefined;
  picture?: { file: string; alt: string } | undefined;
  /** What makes no difference in typed answers. */
  tolerate?: string[] | undefined;
}

const given = (more: More): More => Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined));

/**
 * @param several several may be chosen; left out: if several are right
 * Without a right option the draft has no `right`, for somebody to fill in.
 */
export function optionsDraft(
  text: string,
  found: readonly FoundOption[],
  { several, partial, ...more }: More & { several?: boolean | undefined; partial?: boolean | undefined } = {},
): Draft {
  const options = found.map((one) => one.text);
  const right = found.flatMap((one, i) => (one.right ? [i + 1] : []));
  if (several || right.length > 1) {
    return { kind: 'several', text, options, ...(right.length && { right }), ...(partial && { partial }), ...given(more) };
  }
  return { kind: 'choice', text, options, ...(right.length && { right: right[0] }), ...given(more) };
}

/** @param right undefined: to be filled in */
export const trueFalseDraft = (text: string, right: boolean | undefined, more: More = {}): Draft => ({
  kind: 'true-false',
  text,
  ...(right !== undefined && { right }),
  ...given(more),
});

export const typedDraft = (text: string, accepted: string[], more: More = {}): Draft => ({
  kind: 'typed',
  text,
  accepted,
  ...given(more),
});

export const pollDraft = (text: string, options: string[], more: More & { several?: boolean } = {}): Draft => ({
  kind: 'poll',
  text,
  options,
  ...given(more),
});

export const read = (at: string, draft: Draft, changes: string[] = []): Entry => ({ outcome: 'read', at, draft, changes });

const LONGEST_EXCERPT = 200;

/** @param text of any length; spaces and line ends become one space */
export function excerptOf(text: string): string {
  // Long before the end: a text may have megabytes.
  const line = text
    .slice(0, 4 * LONGEST_EXCERPT)
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT - 1)}…` : line;
}

const MOST_KEPT = 5_000;

/** @param text of any length: what is shown is an excerpt */
export function left(at: string, text: string, reason: string): Entry {
  const kept = text.length > LONGEST_EXCERPT ? { kept: text.slice(0, MOST_KEPT) } : {};
  return { outcome: 'left', at, text: excerptOf(text), ...kept, reason };
}
