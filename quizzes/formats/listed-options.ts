// Options as JSON lists them.
import { isRecord, listOf, textOf } from './json-value.ts';

const MOST_OPTIONS = 20;
const MARKS = /^(?:is_?)?(?:correct|right|true|valid|answer)(?:_?(?:answer|option))?$/i;

export interface ListedOptions {
  texts: string[];
  /** By which the right one may be named. */
  ids: string[];
  /** Where the options themselves say so. */
  right: number[];
}

/** Texts, texts by letter, or objects with a text and whether it is right. */
export function optionsFrom(value: unknown): ListedOptions {
  const all = (isRecord(value) ? Object.values(value) : listOf(value)).slice(0, MOST_OPTIONS);
  const texts = all.map((one) => {
    if (!isRecord(one)) return textOf(one) ?? '';
    const named =
      Object.entries(one).find(
        ([key, text]) => typeof text === 'string' && /text|answer|option|content|label|title/i.test(key),
      ) ?? Object.entries(one).find(([key, text]) => typeof text === 'string' && /value|name|body/i.test(key));
    return textOf(named?.[1]) ?? '';
  });
  const names = isRecord(value) ? Object.keys(value) : [];
  const ids = all.map((one, i) => (isRecord(one) ? textOf(one.id ?? one.key ?? one.value) : names[i]) ?? '');
  const isRight = (one: unknown) =>
    isRecord(one) &&
    Object.entries(one).some(([key, said]) => MARKS.test(key) && (said === true || said === 1 || said === 'true'));
  return { texts, ids, right: all.flatMap((one, i) => (isRight(one) ? [i + 1] : [])) };
}
