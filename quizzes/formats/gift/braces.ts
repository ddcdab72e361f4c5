// Which braces of a question hold its answers. Formulas and code have braces of their own.
export interface Braces {
  /** Of `{`. */
  from: number;
  /** After `}`. */
  to: number;
}

/** Outermost pairs, and whether one is never closed. */
function pairs(text: string): { found: Braces[]; isOpen: boolean } {
  const found: Braces[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{' && depth++ === 0) from = i;
    if (text[i] === '}' && depth && --depth === 0) found.push({ from, to: i + 1 });
  }
  return { found, isOpen: depth > 0 };
}

/** How many more `{` than `}`. */
export function openBraces(text: string, before = 0): number {
  let depth = before;
  for (const one of text) {
    if (one === '{') depth++;
    if (one === '}') depth = Math.max(0, depth - 1);
  }
  return depth;
}

export const inside = (text: string, { from, to }: Braces) => text.slice(from + 1, to - 1).trim();

const ANSWERS =
  /^(?:$|[=~#]|%-?\d|(?:t|f|true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|верно|неверно)\s*(?:$|#)|\d*:[A-Z_]{2,}:)/i;
const isOfTex = (before: string) => /(?:\\[A-Za-z]+\*?(?:\[[^\]]*\])?|[_^])$/.test(before);

/** Not inside a formula, nor an argument of TeX. */
function isAnswers(text: string, { from, to }: Braces, last: Braces | undefined): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  // A gap ____ may stand right before its answers.
  if (isOfTex(before) && !/^\s*[=~]/.test(text.slice(from + 1, to).slice(0, 80))) return false;
  return !(last && last.to === from && !ANSWERS.test(inside(text, { from, to })));
}

/**
 * @returns the pairs that hold answers: none for a text without, several for several gaps or questions;
 * undefined: a brace is missing
 */
export function answerBraces(text: string): Braces[] | undefined {
  const { found, isOpen } = pairs(text);
  const likely = found.filter((pair, i) => isAnswers(text, pair, found[i - 1]));
  const certain = likely.filter((pair) => ANSWERS.test(inside(text, pair)));
  // A set {1, 2} in the question may stand beside its answers.
  if (certain.length) return certain.some((pair) => inside(text, pair)) ? certain.filter((pair) => inside(text, pair)) : certain;
  if (likely.length) return likely.slice(-1);
  if (!isOpen) return text.includes('}') && !found.length ? undefined : [];
  // A brace too many, or one in an answer: from the first that begins answers to the last.
  const from = text.search(/\{\s*[=~]/);
  const to = text.lastIndexOf('}') + 1;
  return from >= 0 && to > from ? [{ from, to }] : undefined;
}
