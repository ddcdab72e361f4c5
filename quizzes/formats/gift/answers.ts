// What stands between a question's braces, still escaped.
import { truthOf } from '../plain/words.ts';

export interface GiftAnswer {
  text: string;
  /** -100 to 100, as Moodle marks. */
  weight: number;
  feedback: string;
}

export type GiftAnswers =
  | { sort: 'options'; answers: GiftAnswer[]; several: boolean; explanation: string; changes: string[] }
  | { sort: 'accepted'; answers: GiftAnswer[]; explanation: string }
  | { sort: 'true-or-false'; right: boolean; feedback: string[]; explanation: string }
  | { sort: 'other'; reason: string };

const CLOZE = /^\d*:[A-Z_]{2,}:/;

/** After the last `####`, as Moodle has it. */
function generalFeedback(inside: string): [rest: string, explanation: string] {
  const at = inside.lastIndexOf('####');
  return at < 0 ? [inside, ''] : [inside.slice(0, at).trim(), inside.slice(at + 4).trim()];
}

/** An answer may hold an unescaped `#`, as C# does: nothing follows it, or nothing stands before it. */
function withFeedback(text: string): [text: string, feedback: string] {
  const at = text.indexOf('#');
  const [before, after] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  return at < 0 || !before || !after ? [text.trim(), ''] : [before, after];
}

const WEIGHT = /^%\s*([+-]?\d{1,3}(?:[.,]\d{1,9})?)\s*%/;

/** `%run` is no weight. */
function answerOf(marked: string, weight: number): GiftAnswer {
  const found = WEIGHT.exec(marked);
  const [text, feedback] = withFeedback(found ? marked.slice(found[0].length) : marked);
  return { text: text.replace(/\s*\n\s*/g, ' '), weight: found ? Number(found[1]?.replace(',', '.')) : weight, feedback };
}

/** Where an answer begins: `~=` and `=~` are one sign. */
interface Sign {
  at: number;
  end: number;
  right: boolean;
}

const SIGNS = /[~=](?:\s*[~=])?/g;

/** @param before what has to stand before a sign */
const signsAfter = (inside: string, before: RegExp): Sign[] =>
  [...inside.matchAll(SIGNS)]
    .filter(({ index }) => before.test(inside.slice(Math.max(0, index - 60), index)))
    .map(({ 0: sign, index }) => ({ at: index, end: index + sign.length, right: sign.includes('=') }));

const rightIn = (signs: readonly Sign[]) => signs.filter((sign) => sign.right).length;
const ANYWHERE = /$/;
/** After a space; at the start of a line. */
const APART = [/(?:^|\s)$/, /(?:^|\n[ \t]*)$/];

/** `f(x)=2x` in an answer: signs that stand apart count, if they leave one right answer and every wrong one. */
function signsOf(inside: string): { signs: Sign[]; isLenient: boolean } {
  const all = signsAfter(inside, ANYWHERE);
  if (rightIn(all) < 2) return { signs: all, isLenient: false };
  const wrong = all.length - rightIn(all);
  const apart = APART.map((before) => signsAfter(inside, before)).find(
    (signs) => rightIn(signs) === 1 && signs.length === wrong + 1,
  );
  return { signs: apart ?? all, isLenient: apart !== undefined };
}

function answersBy(inside: string, signs: readonly Sign[]): GiftAnswer[] {
  const first = inside.slice(0, signs[0]?.at).trim();
  const rest = signs.map(({ end, right }, i) => answerOf(inside.slice(end, signs[i + 1]?.at).trim(), right ? 100 : 0));
  return [...(first ? [answerOf(first, 0)] : []), ...rest].filter((answer) => answer.text);
}

function optionsIn(inside: string, explanation: string): GiftAnswers {
  const { signs, isLenient } = signsOf(inside);
  const answers = answersBy(inside, signs);
  const changes = isLenient ? ['an “=” inside an answer was taken for a part of it'] : [];
  // Moodle lets choose several where no answer is marked with “=”.
  const several = !signs.some((sign) => sign.right) && answers.some((answer) => answer.weight > 0);
  return { sort: 'options', answers, several, explanation, changes };
}

/** `1822`, `=1822:0`; undefined: any has a tolerance, or is a range. */
function exactNumbers(inside: string): GiftAnswer[] | undefined {
  const parts = inside.split(/(?:^|\s)=/).filter((part) => part.trim());
  const answers = parts
    .map((part) => answerOf(part.trim(), 100))
    .map((one) => ({ ...one, text: one.text.replace(/:0(?:[.,]0+)?$/, '') }));
  return answers.length && answers.every(({ text }) => /^[+-]?\d+(?:[.,]\d+)?$/.test(text)) ? answers : undefined;
}

/** By the rules of Moodle's importer, but lenient where it would lose a question. */
export function giftAnswers(text: string): GiftAnswers {
  if (CLOZE.test(text)) return { sort: 'other', reason: 'gaps in a text (cloze): there is no such kind of question here' };
  const [inside, explanation] = generalFeedback(text);
  if (!inside) return { sort: 'other', reason: 'an essay (no answers in the braces): there is no such kind of question here' };
  if (inside.startsWith('#')) {
    const answers = exactNumbers(inside.slice(1));
    return answers
      ? { sort: 'accepted', answers, explanation }
      : { sort: 'other', reason: 'a number with a tolerance: there is no such kind of question here' };
  }
  if (inside.includes('~')) return optionsIn(inside, explanation);
  if (inside.includes('=') && inside.includes('->'))
    return { sort: 'other', reason: 'pairs to match: there is no such kind of question here' };
  const [truth = '', ...feedback] = inside.split('#').map((part) => part.trim());
  const right = inside.startsWith('=') ? undefined : truthOf(truth);
  if (right !== undefined) return { sort: 'true-or-false', right, feedback, explanation };
  const parts = inside.split(/(?:^|\s)=/).length > 1 ? inside.split('=') : [inside];
  const answers = parts.map((part) => answerOf(part.trim(), 100)).filter((answer) => answer.text);
  return { sort: 'accepted', answers, explanation };
}
