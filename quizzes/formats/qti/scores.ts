// QTI 1.2: what an answer earns is whatever the conditions set, not which values they compare.
import { child, elements, within, type XmlElement } from '../markup/xml.ts';

export interface Scored {
  /** Of the response that is compared. */
  response: string;
  /** An option's ident, or a text. */
  value: string;
  score: number;
  /** Of the feedback shown with it. */
  feedback: string[];
}

/** Compared, and not inside a `<not>`. */
function compared(of: XmlElement): XmlElement[] {
  return elements(of).flatMap((one) => {
    if (one.name === 'not') return [];
    return /^var(?:equal|subset|substring)$/.test(one.name) ? [one] : compared(one);
  });
}

const ownText = (of: XmlElement) =>
  of.children
    .filter((one) => typeof one === 'string')
    .join('')
    .trim();

/** `SCORE.max` is all; a counter of wrong choices is none. */
function scoreOf(setvar: XmlElement): number {
  if (/incorrect|wrong/i.test(setvar.attributes.varname ?? '')) return 0;
  const text = ownText(setvar);
  return /\.max$/i.test(text) ? 100 : Number(text.replace(',', '.')) || 0;
}

/** Conditions that set no score only show feedback. */
export function scoredBy(item: XmlElement): Scored[] {
  return within(item, 'respcondition').flatMap((condition) => {
    const score = within(condition, 'setvar')
      .map(scoreOf)
      .reduce((one, other) => Math.max(one, other), 0);
    const feedback = within(condition, 'displayfeedback').map((one) => one.attributes.linkrefid ?? '');
    const variables = child(condition, 'conditionvar');
    if (!variables) return [];
    return compared(variables).map((one) => ({
      response: one.attributes.respident ?? '',
      value: ownText(one),
      score,
      feedback,
    }));
  });
}

/** Bounds that meet in one number, as Canvas writes what has to be exact. */
export function isExact(item: XmlElement): boolean {
  const all = ['vargte', 'varlte', 'varequal'].flatMap((name) => within(item, name));
  const numbers = new Set(all.map((one) => (ownText(one) ? Number(ownText(one)) : Number.NaN)));
  const isOff = ['vargt', 'varlt'].some((name) => within(item, name).length) || all.some((one) => one.attributes.margintype);
  return numbers.size === 1 && !numbers.has(Number.NaN) && !isOff;
}

/** A number within bounds, or one that may be a little off. */
export const hasBounds = (item: XmlElement) =>
  ['vargte', 'varlte', 'vargt', 'varlt'].some((name) => within(item, name).length) ||
  within(item, 'varequal').some((one) => one.attributes.margintype !== undefined);
