// What is not saved yet outlives the page.
import type { Draft } from '../../../game/quiz/library.ts';
import type { EditedQuiz, Heading } from './edited-quiz.ts';
import { isUnsaved, type Row, type Versioned } from './row.ts';
import { NOTHING, type Rows, rowOf, unsavedDrafts } from './rows.ts';

interface KeptRow<T> {
  value: T;
  base: Versioned<T> | undefined;
  sent: T | undefined;
  theirs: T | undefined;
}

export interface KeptEdits {
  heading: KeptRow<Heading> | undefined;
  drafts: ReadonlyMap<string, KeptRow<Draft>>;
}

/** On this device. */
export interface EditsStore {
  /** Of all pages that had the quiz open. */
  load(quiz: string): Promise<readonly KeptEdits[]>;
  /** Replaces what was kept, that of other pages too once it was loaded; undefined: nothing to keep. */
  keep(quiz: string, edits: KeptEdits | undefined): Promise<void>;
}

/** Undefined when all is saved. */
export function unsavedOf(rows: Rows): KeptEdits | undefined {
  const { quiz, heading } = rows;
  const drafts = new Map(unsavedDrafts(rows).map((id) => [id, keptRow(rowOf(rows, id), quiz.drafts.get(id) ?? {})]));
  const isHeadingUnsaved = isUnsaved(heading, quiz.heading);
  if (!isHeadingUnsaved && drafts.size === 0) return undefined;
  return { heading: isHeadingUnsaved ? keptRow(heading, quiz.heading) : undefined, drafts };
}

const keptRow = <T>({ base, sent, maybe, theirs }: Row<T>, value: T): KeptRow<T> => ({
  value,
  base,
  sent: sent ?? maybe,
  theirs,
});

const rowFrom = <T>({ base, sent, theirs }: KeptRow<T>): Row<T> => ({ base, maybe: sent, theirs });

/** As they were when they were kept; what the server has is still to be heard. */
export function restored(all: readonly KeptEdits[], start: Row<Heading>): Rows {
  const heading = all.flatMap(({ heading }) => heading ?? []).at(-1);
  const drafts = new Map(all.flatMap((kept) => [...kept.drafts]));
  const quiz: EditedQuiz = {
    heading: heading?.value ?? start.base?.value ?? NOTHING,
    drafts: new Map([...drafts].map(([id, { value }]) => [id, value])),
  };
  return {
    quiz,
    heading: heading ? rowFrom(heading) : start,
    drafts: new Map([...drafts].map(([id, row]) => [id, rowFrom(row)])),
  };
}
