import type { Draft } from '../../../game/quiz/library.ts';

/** What a quiz's head holds that is edited. */
export interface Heading {
  title: string;
  language: string;
  /** Ids of its questions. */
  order: readonly string[];
}

/** Drafts that the order does not name were removed, and may come back. */
export interface EditedQuiz {
  heading: Heading;
  drafts: ReadonlyMap<string, Draft>;
}

/** New values of some rows. */
export interface Change {
  heading?: Heading | undefined;
  drafts?: ReadonlyMap<string, Draft> | undefined;
}

export const applyChange = ({ heading, drafts }: EditedQuiz, change: Change): EditedQuiz => ({
  heading: change.heading ?? heading,
  drafts: change.drafts ? new Map([...drafts, ...change.drafts]) : drafts,
});

/** What brings the rows of a change back; rows that it adds stay, out of order. */
export const inverseOf = ({ heading, drafts }: EditedQuiz, change: Change): Change => ({
  heading: change.heading && heading,
  drafts:
    change.drafts &&
    new Map(
      [...change.drafts.keys()].flatMap((id) => {
        const before = drafts.get(id);
        return before ? [[id, before]] : [];
      }),
    ),
});

/** Whether two JSON values are the same, whatever the order of fields and whether those without a value are named. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...mine.keys(), ...theirs.keys()])].every((key) => isSame(mine.get(key), theirs.get(key)));
}
