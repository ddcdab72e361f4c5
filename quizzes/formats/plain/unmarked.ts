// Questions whose answers have no letters, bullets or words of their own.
import { OPTION_LETTERS } from './letters.ts';
import { marked } from './marks.ts';
import type { PlainQuestion } from './question.ts';
import { statements } from './statements.ts';

const MOST_OPTIONS = 8;

/** Lines below the question, one or some with a star or a tick. */
function starred(question: PlainQuestion): PlainQuestion {
  const [text = '', ...below] = question.lines ?? [];
  if (question.options.length || question.answer !== undefined || below.length < 2 || below.length > MOST_OPTIONS)
    return question;
  const right = below.filter((line) => marked(line).mark === 'right').length;
  if (!right || right === below.length) return question;
  return { ...question, text, options: below.map((line) => ({ isMarked: false, text: line })) };
}

const isPair = ({ number, options, answer, lines = [] }: PlainQuestion) =>
  number !== undefined && !options.length && answer === undefined && lines.length === 2 && /[?？]\s*$/.test(lines[0] ?? '');

/** Every question is a numbered line, and below it what is right. */
function pairs(found: readonly PlainQuestion[]): readonly PlainQuestion[] {
  const numbered = found.filter(({ number }) => number !== undefined);
  if (numbered.length < 2 || !numbered.every(isPair)) return found;
  return found.map((one) => {
    const [text = '', answer] = isPair(one) ? (one.lines ?? []) : [];
    return answer === undefined ? one : { ...one, text, answer };
  });
}

const IN_BRACKETS = new RegExp(`\\s*[(（]\\s*([${OPTION_LETTERS}])\\s*[)）]\\s*([.。?？:：]?)$`, 'iu');

const namesOption = ({ text, options, answer }: PlainQuestion) => {
  const letter = IN_BRACKETS.exec(text)?.[1]?.toLowerCase();
  return answer === undefined && options.some((option) => option.letter?.toLowerCase() === letter);
};

/** `… is yellow? (A)`, if all questions with options end so. */
function bracketed(found: readonly PlainQuestion[]): readonly PlainQuestion[] {
  const withOptions = found.filter(({ options }) => options.length);
  if (withOptions.length < 2 || !withOptions.every(namesOption)) return found;
  return found.map((one) => {
    const [, answer, sign = ''] = (one.options.length && IN_BRACKETS.exec(one.text)) || [];
    return answer === undefined ? one : { ...one, text: one.text.replace(IN_BRACKETS, sign), answer };
  });
}

/** The letter of what is right below the options, if all questions have one. */
function lettered(found: readonly PlainQuestion[]): readonly PlainQuestion[] {
  const open = found.filter(({ options, answer }) => options.length > 1 && answer === undefined);
  if (open.length < 2 || !open.every(({ alone, options }) => alone && options.at(-1)?.text.endsWith(` ${alone}`))) return found;
  return found.map((one) => {
    const { alone = '', options } = one;
    const last = options.at(-1);
    if (!open.includes(one) || !last) return one;
    return { ...one, options: options.with(-1, { ...last, text: last.text.slice(0, -alone.length - 1) }), answer: alone };
  });
}

const FIRST = 'abcdefgh';

/** Options in two columns come row by row: A, C, B, D. */
function inOrder(question: PlainQuestion): PlainQuestion {
  const { options } = question;
  const letterOf = ({ letter = '' }: { letter?: string }) => letter.toLowerCase();
  const isWhole =
    options.length > 2 && [...FIRST].slice(0, options.length).every((one) => options.some((option) => letterOf(option) === one));
  if (!isWhole) return question;
  return { ...question, options: options.toSorted((a, b) => FIRST.indexOf(letterOf(a)) - FIRST.indexOf(letterOf(b))) };
}

export const withUnmarked = (found: readonly PlainQuestion[]): readonly PlainQuestion[] =>
  statements(bracketed(pairs(lettered(found).map(inOrder).map(starred))));
