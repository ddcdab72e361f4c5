// Keys such as `1-B, 2-C` or a list `3. B` below the questions.
const PAIR = /(\d{1,3})\s?[.):=–—-]?\s?\(?([A-Ha-h])\)?(?=$|[\s,;|./])/gu;
const LETTERS = /^\(?[A-Ha-h]\)?\.?(?:\s?[,;&+/]\s?\(?[A-Ha-h]\)?)*$/;
const LONGEST = 3000;

export interface KeyEntry {
  number: number;
  answer: string;
}

/** @returns undefined where the line holds anything else */
export function pairsIn(line: string): KeyEntry[] | undefined {
  if (line.length > LONGEST) return undefined;
  const found = [...line.matchAll(PAIR)].map(([, number, answer]) => ({ number: Number(number), answer: answer ?? '' }));
  return found.length > 1 && !/[^\s,;|./]/.test(line.replace(PAIR, '')) ? found : undefined;
}

export const isLetters = (text: string) => LETTERS.test(text.trim());
