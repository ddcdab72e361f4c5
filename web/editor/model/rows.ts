// All rows of a quiz: what is shown, and where each stands with the server.
import type { Draft } from '../../../game/quiz/library.ts';
import type { EditedQuiz, Heading } from './edited-quiz.ts';
import { type Merged, mergeHeadings } from './merge-headings.ts';
import { isUnsaved, type Merge, onEdited, onOutrun, onSaved, type Row, type Versioned } from './row.ts';

export interface Rows {
  quiz: EditedQuiz;
  heading: Row<Heading>;
  drafts: ReadonlyMap<string, Row<Draft>>;
}

/** Which row, and what it is now. */
export type RowNews = { heading: Versioned<Heading> } | { id: string; draft: Versioned<Draft> };

export const NOTHING: Heading = { title: '', language: '', order: [] };
const NEW: Row<Draft> = { base: undefined };

export const rowOf = ({ drafts }: Pick<Rows, 'drafts'>, id: string): Row<Draft> => drafts.get(id) ?? NEW;

/** One question is one thing: whose it is has to be chosen. */
const mergeDrafts: Merge<Draft> = (_, mine) => ({ value: mine, clashes: true });

/** A question stays while something in it is unsaved. */
const mergingHeadings =
  (rows: Rows): Merge<Heading> =>
  (base, mine, theirs): Merged<Heading> =>
    mergeHeadings(base ?? NOTHING, mine, theirs, new Set(unsavedDrafts(rows)));

export const unsavedDrafts = (rows: Rows): string[] =>
  [...rows.quiz.drafts].flatMap(([id, draft]) => (isUnsaved(rowOf(rows, id), draft) ? [id] : []));

const HEARD = { saved: onSaved, outrun: onOutrun, edited: onEdited };

/** @param how ours was saved; ours was not, since this was there; somebody has saved this */
export function hear(rows: Rows, how: keyof typeof HEARD, news: RowNews): Rows {
  if ('heading' in news) {
    const { row, shown } = HEARD[how](rows.heading, rows.quiz.heading, news.heading, mergingHeadings(rows));
    return { ...rows, heading: row, quiz: { ...rows.quiz, heading: shown } };
  }
  const { id, draft } = news;
  const { row, shown } = HEARD[how](rowOf(rows, id), rows.quiz.drafts.get(id) ?? draft.value, draft, mergeDrafts);
  const isNew = !rows.quiz.drafts.has(id);
  return {
    ...withDraft(rows, id, isNew ? { base: draft } : row),
    quiz: { ...rows.quiz, drafts: new Map(rows.quiz.drafts).set(id, isNew ? draft.value : shown) },
  };
}

export const withDraft = (rows: Rows, id: string, row: Row<Draft>): Rows => ({
  ...rows,
  drafts: new Map(rows.drafts).set(id, row),
});
