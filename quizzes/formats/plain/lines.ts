// What a line of a quiz in plain text is, by itself.
import { wordsFor } from './words.ts';

export type Line =
  | { sort: 'blank' | 'rule' | 'key' }
  | { sort: 'numbered'; number: number; sign: string; text: string }
  /** `bullet`: its sign; `isMarked`: by a tick, cross or star before it. */
  | { sort: 'option'; letter?: string; bullet?: string; isMarked: boolean; text: string }
  | { sort: 'answer'; word: string; text: string }
  | { sort: 'explanation'; text: string }
  | { sort: 'text'; text: string };

const BOLD = '[*_]{0,3}';
const COLON = `${BOLD}\\s*[:：=]\\s*${BOLD}`;
const ANSWER = new RegExp(
  `^[>#\\s(\\[-]{0,9}${BOLD}(?:the )?(${wordsFor('answer')})(?:\\(s\\))?(?:${COLON}|\\s+(?:is|ist|est|es|è|é)\\s*:?\\s+|\\s*[-–—]\\s+|\\s+(?=\\(?[A-H]\\)?\\.?$))\\s*(.*)$`,
  'iu',
);
const EXPLANATION = new RegExp(`^[>\\s(-]{0,9}${BOLD}(?:${wordsFor('explanation')})${COLON}\\s*(.+)$`, 'iu');
const KEY = new RegExp(`^[#>\\s]{0,9}${BOLD}(?:${wordsFor('key')})\\s*${BOLD}\\s*[:：]?\\s*${BOLD}$`, 'iu');
const NUMBERED = new RegExp(
  `^[#>\\s]{0,9}${BOLD}(?:(?:${wordsFor('question')})\\s*(?:no\\.?|n°|#|№)?\\s*(\\d{1,3})\\s*(?:[题問问])?${BOLD}\\s*(?:([.):：\\-–—])|$)|#?(\\d{1,3})\\s?([.)．、])(?!\\d))\\s*(.*)$`,
  'iu',
);
/** A) (A) [A] A. A: with what may mark it. */
const LETTERED =
  /^(\*{1,3}|[✓✔✅☑+✗❌-])?\uFE0F?\s{0,3}[([]?([A-Ha-hА-Иа-иΑ-Θα-θ])(?:\*\*)?(?:[)\]）]|[.:．、](?=[\s*]|$))\s*(.*)$/u;
const BULLET = /^([-–—•◦▪●○‣⁃*+→·])\s+(?:[[(]([ xX✓✔*]?)[\])]\s*)?(.+)$/u;
const BOX = /^(?:[[(]([ xX✓✔*]?)[\])]|([☐☑□■✅✓✔❌✗])\uFE0F?)\s*(\S.*)$/u;

const unbold = (text: string) => text.replace(/^[*_]{2,3}|[*_]{2,3}$/g, '').trim();
/** Longer ones are text, whatever they begin with. */
const LONGEST = 3000;

function optionLine(line: string): Line | undefined {
  const lettered = LETTERED.exec(line);
  if (lettered) {
    const [, sign = '', letter = '', text = ''] = lettered;
    // **B) so** is bold as a whole.
    const isBold = sign.length > 1 && /\*\*$/.test(text);
    return { sort: 'option', letter, isMarked: !isBold && /^[*✓✔✅☑+]/.test(sign), text: isBold ? `**${text}` : text };
  }
  const bullet = BULLET.exec(line);
  if (bullet) {
    const inner = LETTERED.exec(bullet[3] ?? '');
    const text = inner?.[3] ? inner[3] : (bullet[3] ?? '');
    return {
      sort: 'option',
      ...(inner?.[2] ? { letter: inner[2] } : { bullet: bullet[1] ?? '' }),
      isMarked: /\S/.test(bullet[2] ?? ''),
      text,
    };
  }
  const box = BOX.exec(line);
  return box
    ? { sort: 'option', bullet: '☐', isMarked: /[^\s☐□❌✗]/.test(box[1] ?? box[2] ?? ''), text: box[3] ?? '' }
    : undefined;
}

export function lineOf(raw: string): Line {
  const line = raw.replace(/[\u00a0\u200b\ufeff\t ]+/g, ' ').trim();
  if (!line) return { sort: 'blank' };
  if (line.length > LONGEST) return { sort: 'text', text: line };
  if (/^[-=_*~#]{3,}$/.test(line)) return { sort: 'rule' };
  if (KEY.test(line)) return { sort: 'key' };
  const answer = ANSWER.exec(line);
  if (answer?.[2])
    return {
      sort: 'answer',
      word: answer[1] ?? '',
      text: unbold(answer[2]).replace(/\)$/, (end) => (answer[2]?.includes('(') ? end : '')),
    };
  const explanation = EXPLANATION.exec(line);
  if (explanation) return { sort: 'explanation', text: unbold(explanation[1] ?? '') };
  const numbered = NUMBERED.exec(line);
  if (numbered) {
    const [, named, namedSign, bare, sign, text = ''] = numbered;
    return { sort: 'numbered', number: Number(named ?? bare), sign: namedSign ?? sign ?? '', text: unbold(text) };
  }
  return optionLine(line) ?? { sort: 'text', text: unbold(line.replace(/^#{1,6}\s+/, '')) };
}
