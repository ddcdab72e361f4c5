// From lines to questions: what belongs to which.
import { isLetters, type KeyEntry, pairsIn } from './key.ts';
import { type Line, lineOf } from './lines.ts';
import { linesWithin } from './one-line.ts';
import { languageOf } from './words.ts';

export interface PlainOption {
  letter?: string;
  bullet?: string;
  isMarked: boolean;
  text: string;
}

export interface PlainQuestion {
  line: number;
  number?: number;
  text: string;
  options: PlainOption[];
  answer?: string;
  explanation?: string;
}

export interface PlainFile {
  questions: PlainQuestion[];
  headings: { line: number; text: string }[];
  language?: string;
}

/** A line that was wrapped goes on after a space. */
function joined(before: string, text: string): string {
  const isWrapped = before.length >= 60 || /^\p{Ll}/u.test(text);
  return before ? `${before}${isWrapped ? ' ' : '\n'}${text}` : text;
}

type Numbered = Extract<Line, { sort: 'numbered' }>;
type Placed = Line & { at: number; raw: string };

class Gathering {
  private readonly done: PlainQuestion[] = [];
  private readonly key: KeyEntry[] = [];
  private language: string | undefined;
  private current: (PlainQuestion & { sign?: string; optionSign?: string }) | undefined;
  private isBlank = false;
  private isKey = false;
  private readonly lines: readonly Placed[];
  private readonly isNumbered: boolean;

  constructor(lines: readonly Placed[]) {
    this.lines = lines;
    this.isNumbered = lines.some((line) => line.sort === 'numbered');
  }

  private start(at: number, text: string, numbered?: Numbered) {
    if (this.current) this.done.push(this.current);
    this.current = { line: at, text, options: [], ...(numbered && { number: numbered.number, sign: numbered.sign }) };
  }

  /** 1) 2) 3) right below a question are its options. */
  private isOption({ number, sign }: Numbered, i: number): boolean {
    const { current } = this;
    if (!current || current.answer !== undefined) return false;
    if (current.optionSign) return sign === current.optionSign && number === current.options.length + 1;
    if (current.options.length || number !== 1 || this.isBlank || current.sign === sign) return false;
    const next = this.lines.slice(i + 1, i + 4).find((line) => line.sort !== 'blank');
    return next?.sort === 'numbered' && next.number === 2 && next.sign === sign;
  }

  private numbered(line: Placed & Numbered, i: number) {
    if (this.isKey) this.key.push({ number: line.number, answer: line.text });
    else if (this.current && this.isOption(line, i)) {
      this.current.optionSign = line.sign;
      this.current.options.push({ letter: String(line.number), isMarked: false, text: line.text });
    } else this.start(line.at, line.text, line);
  }

  private option({ at, raw, letter, bullet, isMarked, text }: Placed & Extract<Line, { sort: 'option' }>) {
    const { current } = this;
    // A key entry that has options was a question.
    if (this.isKey && !current) {
      this.isKey = false;
      const last = this.key.pop();
      if (last) this.current = { line: at - 1, number: last.number, text: last.answer, options: [] };
    }
    const isFirst = letter !== undefined && 'aаα'.includes(letter.toLowerCase());
    const has = this.current?.options ?? [];
    if (!this.current || this.current.answer !== undefined || (letter && !has.length && !isFirst)) return this.text(at, raw);
    if (letter && has.length && isFirst) {
      // A list in the question; or the next question has no text.
      if (has.every((one) => one.bullet)) {
        for (const one of has) this.current.text = `${this.current.text}\n${one.bullet} ${one.text}`;
        this.current.options = [];
      } else this.start(at, '');
    }
    this.current.options.push({ ...(letter && { letter }), ...(bullet && { bullet }), isMarked, text });
  }

  private text(at: number, text: string) {
    const { current } = this;
    const last = current?.options.at(-1);
    if (!current) this.start(at, text);
    else if (current.answer !== undefined) {
      if (current.explanation !== undefined && !this.isBlank) current.explanation = joined(current.explanation, text);
      else this.start(at, text);
    } else if (!last) {
      if (this.isBlank && current.number === undefined) this.start(at, text);
      else current.text = joined(current.text, text);
    } else if (this.isBlank || (!this.isNumbered && /[?？:]$/.test(text))) this.start(at, text);
    else last.text = `${last.text} ${text}`;
  }

  private answer(word: string, text: string) {
    this.language ??= languageOf(word);
    const pairs = pairsIn(text);
    if (pairs) this.key.push(...pairs);
    else if (this.current) this.current.answer = this.current.answer ? `${this.current.answer}; ${text}` : text;
  }

  take(line: Placed, i: number) {
    const pairs = line.sort === 'numbered' || line.sort === 'text' ? pairsIn(line.raw.trim()) : undefined;
    if (line.sort === 'blank') this.isBlank = true;
    else {
      if (pairs) this.key.push(...pairs);
      else if (line.sort === 'rule' && this.current?.options.length) this.end();
      else if (line.sort === 'key' && (this.current || this.done.length)) {
        this.end();
        this.isKey = true;
      } else if (line.sort === 'numbered') this.numbered(line, i);
      else if (line.sort === 'option') this.option(line);
      else if (line.sort === 'answer') this.answer(line.word, line.text);
      else if (line.sort === 'explanation' && this.current) this.current.explanation = line.text;
      else if (line.sort === 'text') this.text(line.at, line.text);
      this.isBlank = false;
    }
  }

  private end() {
    if (this.current) this.done.push(this.current);
    this.current = undefined;
  }

  file(): PlainFile {
    this.end();
    const isKeyLine = (one: PlainQuestion) => one.number !== undefined && !one.options.length && isLetters(one.text);
    const isHeading = ({ number, options, answer, text }: PlainQuestion) =>
      number === undefined && !options.length && answer === undefined && !/[?？]/.test(text);
    for (const one of this.done.filter(isKeyLine)) this.key.push({ number: one.number ?? 0, answer: one.text });
    const questions = this.done.filter((one) => !isKeyLine(one) && !isHeading(one)).map((one) => ({ ...one }));
    const waiting = new Map<number | undefined, PlainQuestion[]>();
    for (const one of questions.filter(({ answer }) => answer === undefined))
      waiting
        .set(one.number, waiting.get(one.number) ?? [])
        .get(one.number)
        ?.push(one);
    for (const { number, answer } of this.key) {
      const question = waiting.get(number)?.shift();
      if (question) question.answer = answer;
    }
    const headings = this.done.filter(isHeading).map(({ line, text }) => ({ line, text }));
    return { questions, headings, ...(this.language && { language: this.language }) };
  }
}

export function plainQuestions(text: string): PlainFile {
  const lines = text
    .split(/\r\n|[\r\n\u2028]/)
    .flatMap((raw, i) => linesWithin(raw).map((one) => ({ ...lineOf(one), at: i + 1, raw: one })));
  const gathering = new Gathering(lines);
  for (const [i, line] of lines.entries()) gathering.take(line, i);
  return gathering.file();
}
