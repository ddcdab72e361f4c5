// What H5P has people type: one gap in a sentence, or the back of a card.
import { left, read, typedDraft } from './drafts.ts';
import type { Draft, Entry } from './format.ts';
import { isRecord, type JsonRecord, listOf, textOf } from './json-value.ts';
import { shownHtml } from './markup/shown-text.ts';

const shown = (value: unknown) => shownHtml(textOf(value) ?? '').text;

/** `*Lima/lima:the big one*`: answers, and a tip. */
const GAP = /\*([^*\n]+)\*/g;
const accepted = (inside: string) =>
  inside
    .replace(/:.*$/s, '')
    .split('/')
    .map((one) => one.trim())
    .filter((one) => one);

type Made = { draft: Draft } | { text: string; reason: string };

function sentence(block: unknown): Made {
  const text = shown(block);
  const [gap, another] = [...text.matchAll(GAP)];
  if (!gap) return { text, reason: 'a text without a gap: nothing to ask' };
  if (another) return { text, reason: 'several gaps in a text: there is no such kind of question here' };
  return { draft: typedDraft(text.replace(GAP, '____'), accepted(gap[1] ?? '')) };
}

function card(one: unknown): Made {
  const { text, answer } = isRecord(one) ? one : {};
  return { draft: typedDraft(shown(text), accepted(shown(answer))) };
}

const TYPED = new Map<string, (params: JsonRecord) => Made[]>([
  ['H5P.Blanks', ({ questions }) => listOf(questions).map(sentence)],
  ['H5P.Flashcards', ({ cards }) => listOf(cards).map(card)],
]);

/** Undefined: its people type nothing. */
export const typedCount = (library: string, params: JsonRecord): number | undefined => TYPED.get(library)?.(params).length;

export const typedEntries = (library: string, params: JsonRecord, place: () => string): Entry[] =>
  (TYPED.get(library)?.(params) ?? []).map((made) =>
    'draft' in made ? read(place(), made.draft, []) : left(place(), made.text, made.reason),
  );
