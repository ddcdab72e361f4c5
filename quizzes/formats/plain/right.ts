// Which options are right: by marks, or by an answer that names them.
import { OPTION_LETTERS } from './letters.ts';
import { unbold } from './lines.ts';
import { marked } from './marks.ts';
import type { PlainOption, PlainQuestion } from './question.ts';

const LIST = /\s*(?:[,;&+/]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bi\b|\bor\b|\bили\b|(?<=\s)и(?=\s))\s*/iu;
const LETTER = new RegExp(`^[(（]?([${OPTION_LETTERS}1-8])(?:[).:\\]）]|\\s[-–—]\\s|$)`, 'iu');

const same = (one: string, other: string) =>
  one.toLowerCase().replace(/[\s.*_]+$/, '') === other.toLowerCase().replace(/[\s.*_]+$/, '');

/** By its letter, or by its place where options have none. */
function byLetter(letter: string, options: readonly PlainOption[]): number {
  const found = options.findIndex((option) => option.letter?.toLowerCase() === letter.toLowerCase());
  if (found >= 0 || options.some((option) => option.letter)) return found;
  return /\d/.test(letter) ? Number(letter) - 1 : 'abcdefgh'.indexOf(letter.toLowerCase());
}

/** @returns its place from 0; undefined: none */
function named(said: string, options: readonly PlainOption[], texts: readonly string[]): number | undefined {
  const answer = said
    .replace(/^(?:both|option|choice|antwort|number|вариант|opción|opcja)\s+/i, '')
    .replace(/(?<=^\S)\s?(?:번째?|番|号)\.?$/u, '')
    .trim();
  const exact = texts.findIndex((text) => same(text, answer));
  const letter = LETTER.exec(answer)?.[1];
  const at = letter ? byLetter(letter, options) : -1;
  if (options[at] && (exact < 0 || answer.length < 4)) return at;
  if (exact >= 0) return exact;
  // `B Danube`
  const apart = byLetter(answer.slice(0, 1), options);
  if (/^\S\s/.test(answer) && texts[apart] !== undefined && same(texts[apart], answer.slice(2))) return apart;
  const part = texts.flatMap((text, i) => (text.length > 2 && answer.toLowerCase().startsWith(text.toLowerCase()) ? [i] : []));
  if (part.length === 1) return part[0];
  // A number where options have letters: the third one.
  return /^\d$/.test(answer) && options[Number(answer) - 1] ? Number(answer) - 1 : undefined;
}

function namedAll(answer: string, options: readonly PlainOption[], texts: readonly string[]): number[] {
  const whole = named(answer, options, texts);
  const parts = answer.split(LIST).filter((part) => part);
  const each = parts.map((part) => named(part, options, texts)).filter((at) => at !== undefined);
  // `ABD`
  if (/^[A-H]{2,6}$/.test(answer) && whole === undefined)
    return [...answer].map((letter) => byLetter(letter, options)).filter((at) => at >= 0);
  if (parts.length > 1 && each.length === parts.length && (parts.every((part) => part.length < 4) || whole === undefined))
    return each;
  return whole === undefined ? [] : [whole];
}

export interface RightOptions {
  options: { text: string; right: boolean }[];
  changes: string[];
}

/** A star or plus among dashes, a full circle among empty ones. */
const STANDING_OUT = ['*', '+', '●', '◉', '⚫', '🔘'];

/** Options whose bullet differs from the others'. */
function byBullet(options: readonly PlainOption[]): Set<number> {
  const bullets = options.map((option) => option.bullet);
  const odd = bullets.flatMap((bullet, i) => (bullet && STANDING_OUT.includes(bullet) ? [i] : []));
  return new Set(bullets.every((bullet) => bullet) && odd.length < options.length ? odd : []);
}

export function rightOptions({ options, answer }: PlainQuestion): RightOptions {
  const found = options.map((option) => marked(option.text)).map(({ text, mark }) => ({ text: unbold(text), mark }));
  const bold = found.filter(({ mark }) => mark === 'maybe').length;
  const odd = byBullet(options);
  const byMark = found.map(
    ({ mark }, i) => mark === 'right' || options[i]?.isMarked || odd.has(i) || (mark === 'maybe' && bold < found.length) || false,
  );
  const texts = found.map(({ text }) => text);
  const byAnswer = answer === undefined ? [] : namedAll(answer, options, texts);
  const changes: string[] = [];
  if (answer !== undefined && !byAnswer.length) changes.push(`the answer “${answer.slice(0, 80)}” is none of the options`);
  const isDifferent = byAnswer.length && byMark.some((right, i) => right && !byAnswer.includes(i));
  if (isDifferent) changes.push('another option is marked than the answer says: the answer counts');
  return {
    options: texts.map((text, i) => ({ text, right: byAnswer.length ? byAnswer.includes(i) : (byMark[i] ?? false) })),
    changes,
  };
}
