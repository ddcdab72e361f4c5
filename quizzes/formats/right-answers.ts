// What a cell says is right: numbers, letters or the answers' own texts. The whole column decides which.
import { tidy } from './option-cells.ts';

export interface Asked {
  /** Blanks included. */
  options: readonly string[];
  right: string;
  /** Known already, by signs beside the options: no cell says it. */
  marked?: number[] | undefined;
}

/** @returns numbers counted from 1; undefined: not said this way */
type Way = (asked: Asked) => number[] | undefined;

const PREFIX =
  /^(answers?|options?|choices?|antwort(en)?|alternativa|proposition|вариант|respuestas?|r[ée]ponses?|opci[oó]n(es)?|risposta|resposta|nr\.?|no\.?|#)[\s_]*/i;
const SPLIT = /\s*[,;/&+|]\s*|\s+(?:and|und|y|et|e|en|och|og|i)\s+|\s+/i;

/** Of numbers or letters, in characters. */
const LONGEST_LIST = 200;
/** Of answers in words. */
const LONGEST = 5_000;

const parts = (right: string) =>
  right
    .trim()
    .replace(/^[[({"'*]+|[\])}"'.*]+$/g, '')
    .split(SPLIT)
    .map((part) =>
      part
        .replace(PREFIX, '')
        .replace(/[().:]+$/g, '')
        .replace(/^\(/, ''),
    )
    .filter((part) => part);

const same = (a: string, b: string) => a.localeCompare(b, 'en', { sensitivity: 'accent' }) === 0;

function numbersBy(pattern: RegExp, numberOf: (part: string) => number): Way {
  return ({ right }) => {
    if (right.length > LONGEST_LIST) return undefined;
    const said = parts(right.replace(PREFIX, ''));
    return said.length && said.every((part) => pattern.test(part)) ? [...new Set(said.map(numberOf))] : undefined;
  };
}

const byNumber = numbersBy(/^\d{1,2}$/, Number);
const letter = (text: string) => text.toLowerCase().charCodeAt(0) - 96;

const isRising = (numbers: readonly number[]) => numbers.every((number, i) => number > (numbers[i - 1] ?? 0));

/** `AC`, or `13` where there are not so many answers. */
const byJoined: Way = ({ options, right }) => {
  const said = right.trim();
  if (!/^([A-H]{2,6}|[1-6]{2,6})$/.test(said) || Number(said) <= options.length) return undefined;
  const numbers = [...said].map((one) => (/\d/.test(one) ? Number(one) : letter(one)));
  return isRising(numbers) ? numbers : undefined;
};

const byLetter = numbersBy(/^[a-h]$/i, letter);

/** `B. Paris` or `2) Paris`, where both agree. */
const withoutMark = (text: string) => text.replace(/^\(?([a-h]|\d)[).:]\s+/i, '');

const byText: Way = ({ options, right }) => {
  const wanted = tidy(right);
  const texts = options.map(tidy);
  const at = [wanted, withoutMark(wanted)]
    .map((one) => texts.findIndex((text) => text !== '' && (same(text, one) || same(withoutMark(text), one))))
    .find((index) => index >= 0);
  return at === undefined ? undefined : [at + 1];
};

/** Joined by commas: an answer may have commas too, so the longest first. */
export const byTexts: Way = ({ options, right }) => {
  const texts = options.map((option, i) => ({ text: tidy(option).toLowerCase(), number: i + 1 })).filter(({ text }) => text);
  if (right.length > LONGEST) return undefined;
  const longest = texts.sort((a, b) => b.text.length - a.text.length);
  const found: number[] = [];
  let rest = tidy(right).toLowerCase();
  while (rest) {
    const next = longest.find(({ text }) => rest.startsWith(text) && /^\s*([,;|\n]|$)/.test(rest.slice(text.length)));
    if (!next) return undefined;
    found.push(next.number);
    rest = rest.slice(next.text.length).replace(/^\s*[,;|\n]?\s*/, '');
  }
  return found.length ? [...new Set(found)].sort((a, b) => a - b) : undefined;
};

const exists = (numbers: readonly number[] | undefined, { options }: Asked) =>
  numbers?.every((number) => Boolean(options[number - 1]?.trim())) ? numbers : undefined;

export interface RightAnswers {
  of(asked: Asked): { numbers: number[]; changes: string[] } | undefined;
  remarks: string[];
}

const DECIMAL = /^([1-6])\.([1-6])$/;

/** A spreadsheet with decimal commas made a number of `1,3`. */
function fromDecimal(asked: Asked): { numbers: number[]; changes: string[] } | undefined {
  const [, first, second] = DECIMAL.exec(asked.right.trim()) ?? [];
  if (!first || !second) return undefined;
  return {
    numbers: [Number(first), Number(second)],
    changes: [`right answer ${asked.right.trim()} was read as ${first} and ${second}`],
  };
}

/** Counted from 0: some number is 0, and none is the last option. */
const isFromZero = (said: readonly Asked[]) => {
  const numbers = said.map((asked) => ({ asked, numbers: byNumber(asked) ?? [] }));
  return (
    numbers.some((one) => one.numbers.includes(0)) &&
    numbers.every((one) => one.numbers.every((number) => number < one.asked.options.filter((option) => option.trim()).length))
  );
};

/**
 * @param all of one column
 * @param isNumber the format says that it counts
 */
export function rightAnswers(all: readonly Asked[], isNumber: boolean): RightAnswers {
  const said = all.filter(({ right, marked }) => right.trim() && !marked);
  const isZero = !isNumber && isFromZero(said);
  const byIndex: Way = isZero ? (asked) => byNumber(asked)?.map((number) => number + 1) : byNumber;
  const ways: Way[] = [byIndex, byLetter, byText, byTexts, byJoined];
  const covers = (way: Way) => said.filter((asked) => exists(way(asked), asked)).length;
  const ranked = isNumber
    ? ways
    : ways
        .map((way) => ({ way, covered: covers(way) }))
        .sort((a, b) => b.covered - a.covered)
        .map(({ way }) => way);
  // As many quote an answer as count: nobody can tell.
  const isAmbiguous = !isNumber && covers(byText) >= covers(byIndex);
  const of: RightAnswers['of'] = (asked) => {
    if (asked.marked) return { numbers: asked.marked, changes: [] };
    if (!asked.right.trim()) return undefined;
    const isText = DECIMAL.test(asked.right.trim()) && byText(asked);
    const decimal = isText && !isNumber ? undefined : fromDecimal(asked);
    if (decimal) return decimal;
    const [usual] = ranked;
    const way = ranked.find((one) => exists(one(asked), asked));
    const numbers = way?.(asked) ?? usual?.(asked);
    if (!numbers) return undefined;
    const text = way === byIndex && isAmbiguous ? byText(asked)?.[0] : undefined;
    const differs = text !== undefined && !numbers.includes(text);
    if (way === byJoined)
      return { numbers, changes: [`right answer ${asked.right.trim()} was read as ${numbers.join(' and ')}`] };
    return {
      numbers,
      changes: differs ? [`right answer ${asked.right.trim()} was read as the number of an answer, not its text`] : [],
    };
  };
  return { of, remarks: isZero ? ['Right answers are counted from 0 in this file.'] : [] };
}
