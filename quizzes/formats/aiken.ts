import { left, optionsDraft, read } from './drafts.ts';
import type { Brought, DroppedFile, Entry, Format } from './format.ts';
import { linesWithin } from './plain/one-line.ts';
import { headOf, textOf, tooLong } from './text-file.ts';

const OPTION = /^([A-Za-z])(?:\)\s*|\.(?:\s+|(?=[^\s\w])|$))(.*)$/;
const ANSWER = /^ANSWER\s*:\s*(.*)$/i;
/** Left by programs that wrote other formats before. */
const HEADER = /^(?:\$?category|multichoice|multiple choice|truefalse)\b(?:\s*[:/]\s*(.*))?$/i;
const NUMBER = /^\d{1,3}\s?[.)]\s+/;
/** Around code, whose own tags are what is asked about. */
const WRAPPERS = /<\/?(?:pre|code|p|br)\s*\/?>/gi;

interface Asked {
  line: number;
  text: string[];
  options: { letter: string; text: string }[];
  answer?: string;
}

/** A question ends with its answer; without one, with a blank line after its options. */
function questionsIn(text: string): { questions: Asked[]; title: string | undefined } {
  const questions: Asked[] = [];
  let title: string | undefined;
  let current: Asked | undefined;
  let isBlank = false;
  const lines = text.split(/\r\n|[\r\n]/).flatMap((raw, i) => linesWithin(raw).map((line) => ({ line: line.trim(), at: i + 1 })));
  for (const { line, at } of lines) {
    const answer = ANSWER.exec(line);
    const header = current ? null : HEADER.exec(line);
    const [, letter = '', text = ''] = OPTION.exec(line) ?? [];
    const last = current?.options.at(-1);
    const isNext = letter && current && letter.toLowerCase().charCodeAt(0) === 97 + current.options.length;
    if (!line) isBlank = true;
    else {
      if (answer) {
        if (current) current.answer = answer[1]?.trim() ?? '';
        if (current) questions.push(current);
        current = undefined;
      } else if (header) title ??= header[1]?.trim().split('/').at(-1);
      else if (isNext && current) current.options.push({ letter: letter.toUpperCase(), text: text.trim() });
      else if (current && last && !isBlank) last.text = `${last.text} ${line}`;
      else {
        if (current && last) questions.push(current);
        if (!current || last) current = { line: at, text: [], options: [] };
        current.text.push(current.text.length ? line : line.replace(NUMBER, ''));
      }
      isBlank = false;
    }
  }
  return { questions: current ? [...questions, current] : questions, title };
}

function entryOf({ line, text, options, answer }: Asked): Entry {
  const at = `line ${line}`;
  const asked = text
    .join('\n')
    .replace(WRAPPERS, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
  if (!options.length && answer === undefined) return left(at, asked, 'a text without options');
  const letters = (answer ?? '')
    .toUpperCase()
    .split(/[\s,;&]+/)
    .map((one) => one.replace(/[.)]$/, ''));
  const exact = options.filter((one) => one.text.toLowerCase() === answer?.toLowerCase());
  const isNamed = letters.every((letter) => options.some((one) => one.letter === letter));
  const right = isNamed ? options.filter((one) => letters.includes(one.letter)) : exact;
  const isUnknown = answer && !right.length;
  return read(
    at,
    optionsDraft(
      asked,
      options.map((one) => ({ text: one.text, right: right.includes(one) })),
    ),
    isUnknown ? [`the answer “${answer.slice(0, 80)}” is none of the options`] : [],
  );
}

const IS_OPTION = /^[ \t]{0,20}[Aa](?:[.)][ \t]|\)(?=\S))/m;
const IS_ANSWER = /^[ \t]{0,20}ANSWER[ \t]{0,20}:/m;
/** Nothing that Aiken knows: that is a plain text. */
const IS_EXPLAINED = /^[ \t*_]{0,20}(?:explanation|feedback)[*_]{0,3}[ \t]{0,20}:/im;

/** One question, its lettered options, `ANSWER: B`. */
export const aiken: Format = {
  name: 'Aiken',
  recognises: ({ bytes }: DroppedFile) => {
    const head = headOf(bytes) ?? '';
    return IS_OPTION.test(head) && IS_ANSWER.test(head) && !IS_EXPLAINED.test(head);
  },
  read: ({ bytes }: DroppedFile): Brought => {
    const why = tooLong(bytes);
    if (why) return { format: aiken.name, entries: [], remarks: [why], media: new Map() };
    const { text, remarks } = textOf(bytes);
    const { questions, title } = questionsIn(text);
    return { format: aiken.name, ...(title && { title }), entries: questions.map(entryOf), remarks, media: new Map() };
  },
};
