// One row of a quiz between this page and the server. What is shown is the caller's.
import { isSame } from './edited-quiz.ts';
import type { Merged } from './merge-headings.ts';

export interface Versioned<T> {
  /** 0: not there yet. */
  version: number;
  value: T;
}

export interface Row<T> {
  /** As the server has it, to our knowledge; undefined: not there yet. */
  base: Versioned<T> | undefined;
  /** On its way. */
  sent?: T | undefined;
  /** Sent before the page was loaded anew: may have arrived. */
  maybe?: T | undefined;
  /** Heard while ours was on its way. */
  pushed?: Versioned<T> | undefined;
  /** Somebody else's, which clashes: nothing is saved until one is taken. */
  theirs?: T | undefined;
  /** The server takes no such value, and why. */
  refused?: { value: T; text: string } | undefined;
}

/** What two have made of the same value. */
export type Merge<T> = (base: T | undefined, mine: T, theirs: T) => Merged<T>;

export const isUnsaved = <T>({ base, sent }: Row<T>, shown: T) => sent !== undefined || !isSame(base?.value, shown);

export const isToBeSent = <T>({ base, sent, theirs, refused }: Row<T>, shown: T) =>
  !sent && theirs === undefined && !isSame(base?.value, shown) && !(refused && isSame(refused.value, shown));

export const nextVersion = <T>({ base }: Row<T>) => (base?.version ?? 0) + 1;

interface Heard<T> {
  row: Row<T>;
  shown: T;
}

/** Ours was saved; then what came meanwhile is heard. */
export function onSaved<T>(row: Row<T>, shown: T, saved: Versioned<T>, merge: Merge<T>): Heard<T> {
  const { pushed, sent: _, ...rest } = row;
  const base = row.base && row.base.version > saved.version ? row.base : saved;
  const settled = { ...rest, base, refused: undefined };
  return pushed ? onEdited(settled, shown, pushed, merge) : { row: settled, shown };
}

/** Ours was not saved, since this was there. */
export function onOutrun<T>(row: Row<T>, shown: T, there: Versioned<T>, merge: Merge<T>): Heard<T> {
  const { pushed, sent: _, ...rest } = row;
  return onEdited(rest, shown, pushed && pushed.version > there.version ? pushed : there, merge);
}

/** Somebody else has saved. */
export function onEdited<T>(row: Row<T>, shown: T, there: Versioned<T>, merge: Merge<T>): Heard<T> {
  const { base, sent, pushed } = row;
  if (there.version <= (base?.version ?? 0)) return { row, shown };
  if (sent !== undefined) return { row: { ...row, pushed: pushed && pushed.version > there.version ? pushed : there }, shown };
  if (row.maybe !== undefined && isSame(there.value, row.maybe)) return { row: { ...row, base: there, maybe: undefined }, shown };
  const known = { ...row, base: there };
  if (isSame(there.value, shown)) return { row: { ...known, theirs: undefined }, shown };
  if (isSame(base?.value, shown) && row.theirs === undefined) return { row: known, shown: there.value };
  const { value, clashes } = merge(base?.value, shown, there.value);
  return { row: { ...known, theirs: clashes || row.theirs !== undefined ? there.value : undefined }, shown: value };
}
