// How much of an answer is right, by the kind of its question (PROTOCOL 6, RULES S4).
import * as v from 'valibot';
import type { Room } from './frames.ts';
import { sameText } from './same-text.ts';

const overOptions = v.object({ options: v.array(v.string()), several: v.boolean() });
const onOptions = v.object({ right: v.array(v.number()), partial: v.optional(v.boolean(), false) });
const inLanguage = v.object({ language: v.string() });
const onTexts = v.object({ accepted: v.array(v.string()), tolerate: v.array(v.string()) });

type Asked = NonNullable<Room['asked']>;

/** The options of an answer; none of one that is no answer here. */
function chosenOf(value: string, options: number, several: boolean): number[] {
  if (!/^[1-9](,[1-9])*$/.test(value)) return [];
  const chosen = value.split(',').map(Number);
  const ascending = chosen.every((option, i) => option > (chosen[i - 1] ?? 0) && option <= options);
  return ascending && (several || chosen.length === 1) ? chosen : [];
}

function creditForOptions(chosen: readonly number[], solution: unknown): number {
  const { right, partial } = v.parse(onOptions, solution);
  const hits = chosen.filter((option) => right.includes(option)).length;
  const misses = chosen.length - hits;
  if (partial) return Math.max(0, (hits - misses) / right.length);
  return misses === 0 && hits === right.length ? 1 : 0;
}

function creditForText(text: string, solution: unknown, prompt: unknown): number {
  const { accepted, tolerate } = v.parse(onTexts, solution);
  const { language } = v.parse(inLanguage, prompt);
  return text && accepted.some((one) => sameText(text, one, tolerate, language)) ? 1 : 0;
}

/** @returns from 0 to 1; null for a kind that is not graded, undefined for one that this client does not know */
export function creditFor(value: string, { kind, prompt, outcome }: Asked): number | null | undefined {
  switch (kind) {
    case 'poll':
      return null;
    case 'typed':
      return creditForText(value.trim(), outcome?.solution, prompt);
    case 'true-false':
      return creditForOptions(chosenOf(value, 2, false), outcome?.solution);
    case 'choice':
    case 'several': {
      const { options, several } = v.parse(overOptions, prompt);
      return creditForOptions(chosenOf(value, options.length, several), outcome?.solution);
    }
    default:
      return undefined;
  }
}
