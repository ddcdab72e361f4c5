// Fields of a draft may be missing, or anything.
import type { Draft } from '../../game/quiz/library.ts';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(textOf) : []);

export const numbersOf = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'number');

/** Texts to choose from, or those that are accepted. */
export function optionsFrom({ options, accepted }: Draft): string[] {
  const texts = textsOf(options ?? accepted);
  const all = texts.length ? texts : ['', '', '', ''];
  return all.length < 2 ? [...all, ''] : all.slice(0, 6);
}
