// From lines to questions: what belongs to which.
import { type Raw, rawLines } from './fences.ts';
import { AnswerKey, isLetters, onePairIn, pairsIn } from './key.ts';
import { isFirstLetter } from './letters.ts';
import { type Line, lineOf, unbold } from './lines.ts';
import { inPlainWords } from './of-programs.ts';
import { linesWithin } from './one-line.ts';
import type { PlainFile, PlainQuestion } from './question.ts';
import { sortedOut } from './sort-out.ts';
import { asksTruth, saysTruth } from './statements.ts';
import { withUnmarked } from './unmarked.ts';
import { languageOf } from './words.ts';

/** A line that was wrapped goes on after a space. */
function joined(before: string, text: string): string {
  const isWrapped = before.length >= 60 || /^\p{Ll}/u.test(text);
  return before ? `${before}${isWrapped ? ' ' : '\n'}${text}` : text;
}

type Numbered = Extract<Line, { sort: 'numbered' }>;
type Placed = Line & { at: number; raw: string; isCode: boolean };

class Gathering {
  private readonly done: PlainQuestion[] = [];
  private readonly key = new AnswerKey();
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
    this.current = {
      line: at,
      text,
      lines: [text],
      options: [],
      ...(numbered?.number !== undefined && { number: numbered.number }),
      ...(numbered && { sign: numbered.sign, isAsked: true }),
    };
  }

  /** 1) 2) 3) right below a question are its options. */
  private isOption({ number, sign, text }: Numbered, i: number): boolean {
    const { current } = this;
    if (!current || current.answer !== undefined) return false;
    if (current.sign === undefined && (asksTruth(current.text) || saysTruth(text))) return false;
    if (current.optionSign) return sign === current.optionSign && number === current.options.length + 1;
    if (current.options.length || number !== 1 || this.isBlank || current.sign === sign) return false;
    const next = this.next(i);
    return next?.sort === 'numbered' && next.number === 2 && next.sign === sign;
  }

  private numbered(line: Placed & Numbered, i: number) {
    const { current } = this;
    if (this.isKey && line.number !== undefined) this.key.add({ number: line.number, answer: line.text });
    else if (current && this.isOption(line, i)) {
      current.optionSign = line.sign;
      current.options.push({ letter: String(line.number), isMarked: false, text: line.text });
    } else if (line.number === undefined && current && !current.text && !current.options.length) current.text = line.text;
    else this.start(line.at, line.text, line);
  }

  /** `Q: …` and below it `A: …`. */
  private isAnswer({ letter, raw }: Placed & { letter?: string }, i: number): boolean {
    const next = this.next(i);
    const isAsked = this.current?.sign === ':' && !this.current.options.length;
    return isAsked && letter === 'A' && /^\s*[*_]{0,3}A[*_]{0,3}:/.test(raw) && !(next?.sort === 'option' && next.letter === 'B');
  }

  /** A bullet above lettered options is the question. */
  private isAbove(
    { letter, bullet, isMarked }: Placed & { letter?: string; bullet?: string; isMarked: boolean },
    i: number,
  ): boolean {
    const next = this.next(i);
    return !letter && bullet !== undefined && !isMarked && next?.sort === 'option' && isFirstLetter(next.letter ?? '-');
  }

  private next(i: number): Placed | undefined {
    return this.lines.slice(i + 1, i + 4).find((line) => line.sort !== 'blank');
  }

  private option(line: Placed & Extract<Line, { sort: 'option' }>, i: number) {
    const { at, raw, letter, bullet, isMarked, text } = line;
    if (this.isKey && !this.current) {
      this.isKey = false;
      const last = this.key.takeBack();
      if (last) this.current = { line: at - 1, number: last.number, text: last.answer, options: [] };
    }
    if (this.isAnswer(line, i)) return this.answer('answer', text);
    if (this.isAbove(line, i)) return this.start(at, unbold(text));
    // A list below an answer explains it.
    if (bullet && this.current?.answer !== undefined) {
      this.current.explanation = joined(this.current.explanation ?? '', text);
      return;
    }
    const isFirst = letter !== undefined && isFirstLetter(letter);
    const has = this.current?.options ?? [];
    if (!this.current || this.current.answer !== undefined || (letter && !has.length && !isFirst))
      return this.text(at, raw.trim());
    if (letter && has.length && isFirst) {
      // A list in the question; or the next question has no text.
      if (has.every((one) => one.bullet)) {
        for (const one of has) this.current.text = `${this.current.text}\n${one.bullet} ${one.text}`;
        this.current.options = [];
      } else this.start(at, '');
    }
    this.current.options.push({ ...(letter && { letter }), ...(bullet && { bullet }), isMarked, text });
  }

  private text(at: number, text: string, isCode = false) {
    const { current } = this;
    const last = current?.options.at(-1);
    const isNext = !isCode && this.isBlank;
    if (this.isKey && !current) this.key.text(text);
    else if (!current) this.start(at, text);
    else if (current.answer !== undefined) {
      if (isNext || (!current.explanation && !this.isNumbered)) this.start(at, text);
      else current.explanation = current.explanation ? joined(current.explanation, text) : text;
    } else if (!last) {
      if (isNext && current.number === undefined && current.sign === undefined) this.start(at, text);
      else this.append(current, text, isCode);
    } else if (isNext || (!this.isNumbered && /[?？:]$/.test(text))) this.start(at, text);
    else {
      if (isLetters(text)) current.alone = text;
      last.text = `${last.text} ${text}`;
    }
  }

  private append(current: PlainQuestion, text: string, isCode: boolean) {
    current.lines?.push(text);
    current.text = isCode ? `${current.text}\n${text}` : joined(current.text, text);
  }

  private answer(word: string, text: string) {
    this.language ??= languageOf(word);
    const pairs = pairsIn(text) ?? onePairIn(text);
    if (pairs) this.key.add(...pairs);
    else if (this.isKey && !this.current) this.key.text(text);
    else if (this.current) this.current.answer = this.current.answer ? `${this.current.answer}; ${text}` : text;
  }

  private explanation(text: string) {
    if (this.isKey && !this.current) this.key.explain(text);
    else if (this.current) this.current.explanation = text;
  }

  take(line: Placed, i: number) {
    const pairs = line.sort === 'numbered' || line.sort === 'text' ? pairsIn(line.raw.trim()) : undefined;
    if (line.sort === 'blank') this.isBlank = true;
    if (line.sort === 'blank' || line.sort === 'note') return;
    if (line.isCode) this.text(line.at, line.raw, true);
    else if (pairs) this.key.add(...pairs);
    else if (line.sort === 'rule' && this.current?.options.length) this.end();
    else if (line.sort === 'key' && (this.current || this.done.length)) {
      this.end();
      this.isKey = true;
    } else if (line.sort === 'numbered') this.numbered(line, i);
    else if (line.sort === 'option') this.option(line, i);
    else if (line.sort === 'answer') this.answer(line.word, line.text);
    else if (line.sort === 'explanation') this.explanation(line.text);
    else if (line.sort === 'heading' && !this.isKey) this.start(line.at, line.text);
    else if (line.sort === 'text') this.text(line.at, line.text);
    this.isBlank = false;
  }

  private end() {
    if (this.current) this.done.push(this.current);
    this.current = undefined;
  }

  file(): PlainFile {
    this.end();
    const { questions, headings } = sortedOut(withUnmarked(this.done), this.key);
    return { questions, headings, ...(this.language && { language: this.language }) };
  }
}

const placed = ({ at, text, isCode }: Raw): Placed[] => {
  if (isCode) return [{ sort: 'text', text, at, raw: text, isCode }];
  return linesWithin(text).map((one) => ({ ...lineOf(one), at, raw: one, isCode }));
};

export function plainQuestions(text: string): PlainFile {
  const lines = rawLines(inPlainWords(text)).flatMap(placed);
  const gathering = new Gathering(lines);
  for (const [i, line] of lines.entries()) gathering.take(line, i);
  return gathering.file();
}
