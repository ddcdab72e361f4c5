// What a line of a quiz in plain text is, by itself.
import { OPTION_LETTERS, RINGED } from './letters.ts';
import { wordsFor } from './words.ts';

export type Line =
  | { sort: 'blank' | 'rule' | 'key' }
  /** `number`: none where it only says “Question:”. */
  | { sort: 'numbered'; number?: number; sign: string; text: string }
  /** `bullet`: its sign; `isMarked`: by a tick, cross or star before it. */
  | { sort: 'option'; letter?: string; bullet?: string; isMarked: boolean; text: string }
  | { sort: 'answer'; word: string; text: string }
  | { sort: 'explanation'; text: string }
  | { sort: 'note' | 'heading' | 'text'; text: string };

const BOLD = '[*_]{0,3}';
const COLON = `${BOLD}\\s*[:：=]\\s*${BOLD}`;
const ANSWER = new RegExp(
  `^[>#\\s(\\[*_•✅✓✔💡➡👉\\uFE0F-]{0,12}(?:(?:the|het|de|die|la|le|il|el|a|o) )?(${wordsFor('answer')}|${wordsFor('key')})(?:\\(s\\))?\\.?(?:${COLON}|\\s+(?:is|ist|est|es|è|é)\\s*:?\\s+|\\s*[-–—]\\s+|\\s+(?=\\(?[A-H]\\)?\\.?$)|\\s+(?=\\([A-H]\\)\\s))\\s*(.*)$`,
  'iu',
);
const EXPLANATION = new RegExp(`^[>\\s(*_•-]{0,12}(?:${wordsFor('explanation')})${COLON}\\s*(.+)$`, 'iu');
/** What explains is in the lines below. */
const EXPLAINED = new RegExp(`^[>#\\s(*_•-]{0,12}(?:${wordsFor('explanation')})${COLON}$`, 'iu');
const KEY = new RegExp(`^[^\\p{L}\\p{N}]{0,12}(?:${wordsFor('key')})\\s*${BOLD}\\s*[:：]?\\s*${BOLD}$`, 'iu');
const NUMBERED = new RegExp(
  `^[#>\\s]{0,9}${BOLD}(?:(?:${wordsFor('question')})\\s*(?:no\\.?|n°|#|№)?\\s*(\\d{1,3})(?:\\s*(?:of|von|de|sur|di|из|/)\\s*\\d{1,3})?\\s*(?:[题問问])?(?:\\s?\\([^)]{0,60}\\))?${BOLD}(?:\\s*([.):：\\-–—])|(?=\\s)|$)|#?(\\d{1,3})\\s?([.)．、])(?!\\d)|(?:[-•*]\\s+)?(?:${wordsFor('question')}|quiz)${COLON})\\s*(.*)$`,
  'iu',
);
/** A) (A) [A] A. A: A- and ① with what may mark it. */
const LETTERED = new RegExp(
  `^(\\*{1,3}|[✓✔✅☑+✗❌-])?\\uFE0F?\\s{0,3}(?:[(（[]?([${OPTION_LETTERS}])(?:\\*\\*)?(?:[)\\]）]|[.:．、](?=[\\s*]|$)|．|[.．、](?!\\p{L}\\.)(?=\\p{L}{2})|\\s?[-–—](?=\\s))|([${RINGED}]))\\s*(.*)$`,
  'u',
);
const BULLET = /^([-–—•◦▪●○◉◯⚪⚫🔘‣⁃*+→·])\uFE0F?\s+(?:[[(]([ xX✓✔*]?)[\])]\s*)?(.+)$/u;
const BOX = /^(?:[[(]([ xX✓✔*]?)[\])]|([☐☑□■✅✓✔❌✗])\uFE0F?)\s*(\S.*)$/u;

/** What people write about a question, beside it. */
const NOTE =
  /^[\s(*_[-]{0,9}(?:points?|marks?|score|difficulty|level|category|topic|type|dificultad|tema|categoría|puntos|difficulté|thème|tags?|source|reference|hint|time(?: limit)?|learning objective|bloom[’']?s level|schwierigkeit|punkte|kategorie|thema|zeit)[*_]{0,3}\s*[:：]/i;

/** Above the options. */
const ABOVE =
  /^[\s*_]{0,5}(?:(?:answer )?(?:options|choices)|варианты(?: ответов| ответа)?|antwortmöglichkeiten|opciones|options de réponse|choix|选项|選択肢|보기|alternativas|opzioni)[*_]{0,3}\s*[:：]?[*_]{0,3}$/iu;

/** What test banks write behind the letter. */
const AFTER_ANSWER = /(?<=^\(?\p{L}\)?) (?:PTS|DIF|REF|OBJ|TOP|STA|NAT|KEY|BLM|LOC|MSC|NOT): .*$/u;

const TAGS = /^#[\p{L}\d-]{1,40}(?: #[\p{L}\d-]{1,40}){0,20}$/u;

/** Without the signs of Markdown's bold and cursive letters. */
export const unbold = (text: string) =>
  text
    .replace(/\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/g, '$1')
    .replace(/(^|[\s("“])\*([^*\s](?:[^*]*[^*\s])?)\*(?=$|[\s).,;:!?”"])/g, '$1$2')
    .replace(/^__(.*[^_])__$/, '$1')
    // It began before the number.
    .replace(/^([^*]*[^*\s])\*\*(\s[^*]*)$/, '$1$2')
    .replace(/^\*{2,3}|\*{2,3}$/g, '')
    .trim();
/** Longer ones are text, whatever they begin with. */
const LONGEST = 3000;

function letteredLine(line: string): Extract<Line, { sort: 'option' }> | undefined {
  const lettered = LETTERED.exec(line);
  if (!lettered) return undefined;
  const [, sign = '', bracketed, ringed, text = ''] = lettered;
  const letter = bracketed ?? ringed ?? '';
  const isStarred = /^[*✓✔✅☑+]/.test(sign);
  if (sign.length < 2 || !text.includes('**')) return { sort: 'option', letter, isMarked: isStarred, text };
  // **B) so** is bold as a whole, **B) so:** only at its beginning.
  return { sort: 'option', letter, isMarked: false, text: text.endsWith('**') ? `**${text}` : text.replace('**', '') };
}

function optionLine(line: string): Line | undefined {
  const lettered = letteredLine(line);
  if (lettered) return lettered;
  const bullet = BULLET.exec(line);
  if (bullet) {
    const [, sign = '', box = '', text = ''] = bullet;
    const isTicked = /\S/.test(box);
    const inner = letteredLine(text);
    return inner?.text
      ? { ...inner, isMarked: isTicked || inner.isMarked }
      : { sort: 'option', bullet: sign, isMarked: isTicked, text };
  }
  const box = BOX.exec(line);
  return box
    ? { sort: 'option', bullet: '☐', isMarked: /[^\s☐□❌✗]/.test(box[1] ?? box[2] ?? ''), text: box[3] ?? '' }
    : undefined;
}

/** Without the end of brackets or cursive letters that began before it. */
const closed = (text: string) => {
  const plain = text.replace(/[*_]{1,3}$/, '');
  return plain.endsWith(')') && !plain.includes('(') ? plain.slice(0, -1) : plain;
};

export function lineOf(raw: string): Line {
  const line = raw
    .replace(/[\u00a0\u200b\ufeff\t\u3000 ]+/g, ' ')
    .trim()
    .replace(/^【([^】]{1,20})】/, '$1：');
  if (!line) return { sort: 'blank' };
  if (line.length > LONGEST) return { sort: 'text', text: line };
  if (/^[-=_*~#]{3,}$/.test(line)) return { sort: 'rule' };
  if (KEY.test(line)) return { sort: 'key' };
  const answer = ANSWER.exec(line);
  if (answer?.[2]) return { sort: 'answer', word: answer[1] ?? '', text: closed(unbold(answer[2].replace(AFTER_ANSWER, ''))) };
  if (EXPLAINED.test(line)) return { sort: 'note', text: line };
  const explanation = EXPLANATION.exec(line);
  if (explanation) return { sort: 'explanation', text: closed(unbold(explanation[1] ?? '')) };
  const numbered = NUMBERED.exec(line);
  if (numbered) {
    const [, named, namedSign, bare, sign, text = ''] = numbered;
    const number = named ?? bare;
    return {
      sort: 'numbered',
      ...(number !== undefined && { number: Number(number) }),
      sign: namedSign ?? sign ?? ':',
      text: unbold(text),
    };
  }
  if (/^[?？]\s?[^?？\s]/.test(line)) return { sort: 'numbered', sign: '?', text: unbold(line.slice(1)) };
  const title = /^(?:quiz )?title\s*[:：]\s*(\S.*)$/i.exec(line)?.[1];
  if (title) return { sort: 'heading', text: unbold(title) };
  if (/^\.\.\.\s|^quiz description:/i.test(line)) return { sort: 'note', text: line };
  if (NOTE.test(line) || ABOVE.test(line) || TAGS.test(line)) return { sort: 'note', text: line };
  if (/^[一二三四五六七八九十]{1,3}、/.test(line)) return { sort: 'heading', text: line };
  if (/^#{1,6}\s/.test(line)) return { sort: 'heading', text: unbold(line.replace(/^#{1,6}\s+/, '')) };
  return optionLine(line) ?? { sort: 'text', text: unbold(line) };
}
