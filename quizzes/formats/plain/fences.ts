// Markdown around lines: code between fences stays as it is, quotations and tables lose their signs.
import { wordsFor } from './words.ts';

export interface Raw {
  at: number;
  text: string;
  isCode: boolean;
}

const FENCE = /^\s{0,12}(?:>\s?)?(?:```|~~~)/;
const OPTION = /^\s*[-*]?\s*\(?[AaBb][).]\s/;

/** Numbers of lines between a fence and the next that are code: no options among them. */
function codeLines(lines: readonly string[]): Set<number> {
  const code = new Set<number>();
  let open: number | undefined;
  for (const [i, line] of lines.entries()) {
    if (!FENCE.test(line)) continue;
    if (open === undefined) open = i;
    else {
      const inside = lines.slice(open + 1, i);
      if (inside.filter((one) => OPTION.test(one.slice(0, 100))).length < 2) for (let at = open + 1; at < i; at++) code.add(at);
      open = undefined;
    }
  }
  return code;
}

/** `> [!success]- Answer` says nothing; `| 3 | B |` is `3 | B`. */
const bare = (line: string) =>
  line.replace(/^\s{0,12}(?:>\s?){1,4}(?:\[![^\]]{0,30}\].*)?/, '').replace(/^\s{0,12}\|(.*)\|\s{0,12}$/, '$1');

/** What folds answers away on a page: <details>, its title, comments, and paragraphs around them. */
const FOLD = /<summary>.{0,200}?<\/summary>|<!--.{0,200}?-->|<a\s[^>]{0,200}>\s?<\/a>|<\/?(?:details|summary)>/gi;
/** What it folds is the answer. */
const ANSWERS = new RegExp(`<summary>.{0,60}(?:${wordsFor('answer')}).{0,60}</summary>`, 'iu');
const SAYS = new RegExp(`^\\P{L}{0,12}(?:the )?(?:${wordsFor('answer')}|${wordsFor('explanation')})\\P{L}`, 'iu');
const TAG = /^\s{0,12}<\/?(?:p|br|div|center)\s?\/?>|<\/(?:p|div)>\s{0,12}$/gi;

function unfolded(lines: readonly string[]): (string | undefined)[] {
  const isFolded = lines.some((line) => /<details/i.test(line.slice(0, 200)));
  return lines.map((line) => {
    if (line.length > 3000 || !line.includes('<')) return line;
    const rest = line.replace(FOLD, '');
    const bare = isFolded ? rest.replace(TAG, '') : rest;
    return bare.trim() ? bare : undefined;
  });
}

/** `**B. Lima**` below `<summary>Answer</summary>` is the answer. */
function answered(lines: readonly string[], shown: readonly (string | undefined)[]): (string | undefined)[] {
  let isNext = false;
  return shown.map((line, i) => {
    const raw = lines[i]?.slice(0, 3000) ?? '';
    if (ANSWERS.test(raw)) isNext = true;
    if (/<\/details>/i.test(raw)) isNext = false;
    if (!isNext || !line?.trim()) return line;
    isNext = false;
    return SAYS.test(line.slice(0, 200)) ? line : `Answer: ${line.replace(/^[>\s*_]+/, '')}`;
  });
}

export function rawLines(text: string): Raw[] {
  const lines = text.split(/\r\n|[\r\n\u2028]/);
  const shown = answered(lines, unfolded(lines));
  const code = codeLines(lines);
  return lines.flatMap((line, i): Raw[] => {
    if (FENCE.test(line) || /^\s{0,12}>\s*$/.test(line)) return [];
    if (code.has(i)) return [{ at: i + 1, text: line, isCode: true }];
    const text = shown[i];
    return text === undefined ? [] : [{ at: i + 1, text: bare(text), isCode: false }];
  });
}
