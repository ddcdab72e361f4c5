import type { Draft } from '../../../game/quiz/library.ts';
import { type DraftFault, faultsOf } from '../../../game/quiz/quiz.ts';
import { editor as words } from '../../words/en-editor.ts';

const known = new WeakMap<Draft, readonly DraftFault[]>();

/** Drafts never change, so each is looked at once. */
export function faultsIn(draft: Draft): readonly DraftFault[] {
  const before = known.get(draft);
  if (before) return before;
  const faults = faultsOf(draft);
  known.set(draft, faults);
  return faults;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

export function faultInWords(draft: Draft, { field, part, should }: DraftFault): string {
  const whole = draft[field];
  const value =
    part === undefined || typeof whole !== 'object' || whole === null ? whole : Object.entries(whole)[Number(part)]?.[1];
  const missing = words.missing[field];
  if (missing && (isEmpty(value) || (typeof part === 'string' && should === 'given') || isBlank(value))) return missing;
  if (field === 'options' && part === undefined && Array.isArray(whole) && new Set(whole).size < whole.length)
    return words.sameOptions;
  const [, most] = /^a text of 1 to (\d+)/.exec(should) ?? [];
  if (most && typeof value === 'string') return words.tooLong(value.length, Number(most));
  return should.startsWith('left out') ? words.unknownField(field) : words.should(should);
}

const isBlank = (value: unknown) => typeof value === 'string' && !value.trim();
