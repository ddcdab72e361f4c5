// What an editor can do to a quiz, as changes of its rows.
import type { Draft } from '../../../game/quiz/library.ts';
import type { Change, EditedQuiz, Heading } from './edited-quiz.ts';

/** @param value undefined: the field goes */
export function setField({ drafts }: EditedQuiz, id: string, field: string, value: unknown): Change {
  return setFields(drafts.get(id) ?? {}, id, { [field]: value });
}

export const setFields = (draft: Draft, id: string, fields: Draft): Change => ({
  drafts: new Map([[id, defined({ ...draft, ...fields })]]),
});

const defined = (draft: Draft): Draft => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

export const setHeading = ({ heading }: EditedQuiz, fields: Partial<Heading>): Change => ({ heading: { ...heading, ...fields } });

/** @param after the question before it; absent: at the end */
export function addQuestions({ heading }: EditedQuiz, added: ReadonlyMap<string, Draft>, after?: string): Change {
  const at = heading.order.indexOf(after ?? '') + 1 || heading.order.length;
  return { heading: { ...heading, order: heading.order.toSpliced(at, 0, ...added.keys()) }, drafts: added };
}

/** Their rows stay, so that they can come back. */
export const removeQuestions = ({ heading }: EditedQuiz, ids: ReadonlySet<string>): Change => ({
  heading: { ...heading, order: heading.order.filter((id) => !ids.has(id)) },
});

/** Behind the last of them. @param newId makes ids */
export function duplicateQuestions(quiz: EditedQuiz, ids: ReadonlySet<string>, newId: () => string): Change {
  const chosen = quiz.heading.order.filter((id) => ids.has(id));
  const copies = new Map(chosen.map((id) => [newId(), quiz.drafts.get(id) ?? {}]));
  return addQuestions(quiz, copies, chosen.at(-1));
}

/** One place up or down, all together. */
export function nudgeQuestions(quiz: EditedQuiz, ids: ReadonlySet<string>, by: -1 | 1): Change {
  const { order } = quiz.heading;
  const places = order.flatMap((id, i) => (ids.has(id) ? [i] : []));
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? 0;
  const next = by < 0 ? order[first - 2] : order[last + 1];
  if (by < 0 ? first === 0 : last === order.length - 1) return moveQuestions(quiz, ids, by < 0 ? undefined : order.at(-1));
  return moveQuestions(quiz, ids, next);
}

/** @param after absent: to the start */
export function moveQuestions({ heading }: EditedQuiz, ids: ReadonlySet<string>, after: string | undefined): Change {
  const moved = heading.order.filter((id) => ids.has(id));
  const { order } = heading;
  // One that moves along is no place: the nearest before it is.
  const before = order.slice(0, order.indexOf(after ?? '') + 1).findLast((id) => !ids.has(id));
  const rest = order.filter((id) => !ids.has(id));
  return { heading: { ...heading, order: rest.toSpliced(rest.indexOf(before ?? '') + 1, 0, ...moved) } };
}
