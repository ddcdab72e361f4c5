import type { Entry } from './format.ts';

/** Fewer may be chance. */
const MANY = 5;

/** In one file of many each right answer is the first, which was never filled in. */
export function sameRightEverywhere(entries: readonly Entry[]): string[] {
  const rights = entries.flatMap((entry) =>
    entry.outcome === 'read' && Array.isArray(entry.draft.options) && typeof entry.draft.right === 'number'
      ? [entry.draft.right]
      : [],
  );
  const [first] = rights;
  const isSame = rights.length >= MANY && rights.every((right) => right === first);
  return isSame ? [`Every right answer is option ${first}: is that so?`] : [];
}
