// A GIFT file in parts of one question each.
import { answerBraces, openBraces } from './braces.ts';
import { escaped } from './escapes.ts';

export interface Block {
  /** Of its first line, from 1. */
  line: number;
  /** Escaped, without comments and commands. */
  text: string;
  /** Of a comment such as `// @time: 60`. */
  seconds?: number;
}

export interface Blocks {
  blocks: Block[];
  /** Last parts of `$CATEGORY:` lines. */
  categories: string[];
  /** Names of commands that only other programs know. */
  unknown: string[];
}

const COMMAND = /^\$([A-Z_]{3,})\s*:(.*)$/;
const SECONDS = /^\/\/\s*@?time(?:_?limit)?\s*[:=]\s*(\d{1,5})/i;

interface Lines {
  line: number;
  texts: string[];
  seconds?: number;
}

/** Parted at blank lines, but not between a question's answers. */
function parts(lines: readonly string[], into: Blocks): Lines[] {
  const found: Lines[] = [];
  let open: Lines | undefined;
  let seconds: number | undefined;
  let depth = 0;
  let isBlank = false;
  const end = () => {
    if (open?.texts.length) found.push(open);
    open = undefined;
    depth = 0;
  };
  for (const [i, raw] of lines.entries()) {
    const line = raw.trim();
    const command = COMMAND.exec(line);
    if (line.startsWith('//')) {
      if (open && !depth && open.texts.at(-1)?.endsWith('}')) end();
      seconds = Number(SECONDS.exec(line)?.[1]) || seconds;
      if (open && seconds) open.seconds = seconds;
    } else if (!line) isBlank = true;
    else if (command && !(depth && !isBlank)) {
      end();
      const path = (command[2] ?? '').trim().split(/(?<!\/)\/(?!\/)/);
      if (command[1] === 'CATEGORY') into.categories.push(path.at(-1)?.trim().replaceAll('//', '/') ?? '');
      else if (!into.unknown.includes(command[1] ?? '')) into.unknown.push(command[1] ?? '');
      seconds = undefined;
      isBlank = false;
    } else {
      const isTitle = line.startsWith('::') && !depth && open?.texts.some((text) => text.includes('}'));
      if (isTitle || (isBlank && !(depth && /^[=~}#]/.test(line)))) end();
      isBlank = false;
      open ??= { line: i + 1, texts: [], ...(seconds && { seconds }) };
      seconds = undefined;
      // The lines between keep their count.
      while (open.line + open.texts.length < i + 1) open.texts.push('');
      const text = escaped(line);
      open.texts.push(text);
      depth = openBraces(text, depth);
    }
  }
  end();
  return found;
}

const breaks = (text: string) => text.split('\n').length - 1;

/** A question whose answers end a line, and the next one right below it. */
function divided({ line, texts, seconds }: Lines): Block[] {
  const whole = texts.join('\n');
  const found = answerBraces(whole) ?? [];
  const ends = found.filter(({ to }) => /^[ \t]*\n/.test(whole.slice(to, to + 80))).map(({ to }) => to);
  // All but the last have to end their line, else they are gaps of one text.
  const cuts = found.length > 1 && ends.length >= found.length - 1 ? ends.slice(0, found.length - 1) : [];
  const pieces = [0, ...cuts].map((from, i) => whole.slice(from, cuts[i]));
  let next = line;
  return pieces.map((text) => {
    const blank = /^\s*/.exec(text)?.[0] ?? '';
    const at = next + breaks(blank);
    next += breaks(text);
    return { line: at, text: text.replace(/\n{2,}/g, '\n').trim(), ...(seconds && { seconds }) };
  });
}

export function giftBlocks(text: string): Blocks {
  const into: Blocks = { blocks: [], categories: [], unknown: [] };
  const lines = text.split(/\r\n|\r|\n/);
  into.blocks = parts(lines, into)
    .flatMap(divided)
    .filter((block) => block.text);
  return into;
}
