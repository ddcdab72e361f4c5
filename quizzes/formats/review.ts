import { parseQuiz, type QuizFault } from '../../game/quiz/quiz.ts';
import type { Brought, Draft, Entry } from './format.ts';

/** `draft`: to be finished, for its faults. */
export type Verdict = 'taken' | 'changed' | 'draft' | 'left';

export interface Reviewed {
  verdict: Verdict;
  entry: Entry;
  /** Without the place in a quiz. */
  faults: QuizFault[];
}

const WITHIN = /^question 1(, )?/;

/** By the quiz's own checks, whatever the quiz around it. */
function faultsOf(draft: Draft): QuizFault[] {
  const parsed = parseQuiz({ title: 'Any', language: 'en', questions: [draft] });
  if (!('faults' in parsed)) return [];
  return parsed.faults.map((fault) => ({ ...fault, at: fault.at.replace(WITHIN, '') || 'kind' }));
}

function reviewed(entry: Entry): Reviewed {
  if (entry.outcome === 'left') return { verdict: 'left', entry, faults: [] };
  const faults = faultsOf(entry.draft);
  return { verdict: faults.length ? 'draft' : entry.changes.length ? 'changed' : 'taken', entry, faults };
}

/** Each entry once, in the order of the file. */
export const review = ({ entries }: Brought): Reviewed[] => entries.map(reviewed);

/** How many of each. */
export function counts(rows: readonly Reviewed[]): Record<Verdict, number> {
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return { taken: count('taken'), changed: count('changed'), draft: count('draft'), left: count('left') };
}
