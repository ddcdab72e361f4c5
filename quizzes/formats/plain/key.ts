// Keys such as `1-B, 2-C` or a list `3. B` below the questions.
const PAIR = /(\d{1,3})\s?[.):=|–—-]?\s?\(?([A-Ha-h])\)?(?=$|[\s,;|./])/gu;
const SINGLE = /^(\d{1,3})\s?[.):=|–—-]?\s?\(?([A-Ha-h])\)?\s?(?:[.|,;:–—-].*)?$/u;
const LETTERS = /^\(?[A-Ha-h]\)?\.?(?:\s?[,;&+/]\s?\(?[A-Ha-h]\)?)*$/;
const PART = /^(?:section|part|teil|abschnitt|partie|parte|sección|раздел|часть)\s+[\p{L}\d]{1,3}\s*[:.)–-]\s*/iu;
const LONGEST = 3000;

export interface KeyEntry {
  number: number;
  answer: string;
  explanation?: string;
}

/** @returns undefined where the line holds anything else */
export function pairsIn(line: string): KeyEntry[] | undefined {
  if (line.length > LONGEST) return undefined;
  const rest = line.replace(PART, '');
  const found = [...rest.matchAll(PAIR)].map(([, number, answer]) => ({ number: Number(number), answer: answer ?? '' }));
  const least = rest === line ? 2 : 1;
  return found.length >= least && !/[^\s,;|./]/.test(rest.replace(PAIR, '')) ? found : undefined;
}

/** `1. B` behind “Answers:”. */
export function onePairIn(text: string): KeyEntry[] | undefined {
  const [, number, answer] = /^(\d{1,3})\s?[.):、-]\s?([A-H])\.?$/.exec(text.slice(0, 20)) ?? [];
  return number && answer ? [{ number: Number(number), answer }] : undefined;
}

export const isLetters = (text: string) => LETTERS.test(text.trim());

/** What stands below a heading such as “Answer key”. */
export class AnswerKey {
  private readonly entries: KeyEntry[] = [];

  add(...entries: readonly KeyEntry[]) {
    this.entries.push(...entries);
  }

  /** A text in the key: an entry, or what the one before lacks. */
  text(text: string) {
    const single = SINGLE.exec(text.slice(0, LONGEST));
    const last = this.entries.at(-1);
    if (single) this.entries.push({ number: Number(single[1]), answer: single[2] ?? '' });
    else if (last && !last.answer) last.answer = text;
  }

  explain(text: string) {
    const last = this.entries.at(-1);
    if (last) last.explanation ??= text;
  }

  /** An entry that has options was a question. */
  takeBack(): KeyEntry | undefined {
    return this.entries.pop();
  }

  /** By number, in order: a second round may count from 1 again. */
  apply(questions: readonly { number?: number; answer?: string; explanation?: string }[]) {
    const waiting = new Map<number | undefined, { answer?: string; explanation?: string }[]>();
    for (const one of questions)
      if (one.answer === undefined)
        waiting
          .set(one.number, waiting.get(one.number) ?? [])
          .get(one.number)
          ?.push(one);
    for (const list of waiting.values()) list.reverse();
    for (const { number, answer, explanation } of this.entries) {
      const question = answer ? waiting.get(number)?.pop() : undefined;
      if (!question) continue;
      question.answer = answer;
      if (explanation) question.explanation ??= explanation;
    }
  }
}
