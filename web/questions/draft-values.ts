// Fields of a draft may be missing, or anything.
import type { Draft } from '../../game/quiz/library.ts';
import type { MediaField, Picture } from '../../game/quiz/questions/kind.ts';

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

/** Undefined: it has none. */
export function mediaOf(draft: Draft, field: MediaField): Picture | undefined {
  const one = draft[field];
  if (typeof one !== 'object' || one === null) return undefined;
  const { file, small, alt }: Draft = { ...one };
  return { file: textOf(file), ...(typeof small === 'string' && { small }), alt: textOf(alt) };
}
