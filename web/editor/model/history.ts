import { applyChange, type Change, type EditedQuiz, isSame } from './edited-quiz.ts';
import { mergeHeadings } from './merge-headings.ts';

interface Step {
  before: Change;
  after: Change;
  /** Of what is typed into one field; absent: a step of its own. */
  field: string | undefined;
  /** ms. */
  at: number;
}

export interface History {
  past: readonly Step[];
  future: readonly Step[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** Typing that rests longer begins a new step, ms. */
const PAUSE_MS = 1000;
const STEPS = 500;

/** What is typed into one field without a pause is one step. */
export function recorded({ past }: History, step: Step): History {
  const last = past.at(-1);
  const goesOn = last && step.field !== undefined && last.field === step.field && step.at - last.at < PAUSE_MS;
  const all = goesOn ? [...past.slice(0, -1), { ...step, before: last.before }] : [...past, step];
  return { past: all.slice(-STEPS), future: [] };
}

/** @returns undefined when there is nothing (left) to undo */
export function undone(quiz: EditedQuiz, { past, future }: History): { change: Change; history: History } | undefined {
  for (let i = past.length - 1; i >= 0; i--) {
    const step = past[i];
    const change = step && replacing(quiz, step.after, step.before);
    if (step && change) return { change, history: { past: past.slice(0, i), future: [...future, step] } };
  }
  return undefined;
}

export function redone(quiz: EditedQuiz, { past, future }: History): { change: Change; history: History } | undefined {
  const back = undone(quiz, {
    past: future.map(({ before, after, ...step }) => ({ ...step, before: after, after: before })),
    future: [],
  });
  if (!back) return undefined;
  const count = back.history.past.length;
  const step = future[count];
  return {
    change: back.change,
    history: { past: step ? [...past, { ...step, field: undefined }] : past, future: future.slice(0, count) },
  };
}

/** Rows that others have changed since stay as they are. */
function replacing(quiz: EditedQuiz, from: Change, to: Change): Change | undefined {
  const drafts = new Map(
    [...(to.drafts ?? [])].filter(
      ([id, draft]) => isSame(quiz.drafts.get(id), from.drafts?.get(id)) && quiz.drafts.get(id) !== draft,
    ),
  );
  const heading = from.heading && to.heading && mergeHeadings(from.heading, to.heading, quiz.heading, new Set()).value;
  const change = { heading, drafts: drafts.size ? drafts : undefined };
  const { heading: now, drafts: shown } = applyChange(quiz, change);
  return isSame(now, quiz.heading) && !drafts.size && shown === quiz.drafts ? undefined : change;
}
