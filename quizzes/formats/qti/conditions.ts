// QTI 2: what is right where only the scoring says so.
import { child, elements, everywhere, wholeText, within, type XmlElement } from '../markup/xml.ts';

const COMPARISONS = new Set(['match', 'stringMatch', 'member', 'contains', 'equal']);

/** Compared with this response, and not inside a `<not>` or a further condition. */
function comparedWith(of: XmlElement, response: string): string[] {
  return elements(of).flatMap((one) => {
    if (/^(?:not|setOutcomeValue|responseIf|responseCondition)$/.test(one.name)) return [];
    if (!COMPARISONS.has(one.name)) return comparedWith(one, response);
    const isOfIt = within(one, 'variable').some(({ attributes }) => attributes.identifier === response);
    return isOfIt ? within(one, 'baseValue').map((value) => wholeText(value).trim()) : [];
  });
}

const isScoring = (condition: XmlElement) =>
  elements(condition, 'setOutcomeValue').some((one) => within(one, 'baseValue').some((value) => Number(wholeText(value)) > 0));

/** Values that earn something. */
export function scoringValues(item: XmlElement, response: string): string[] {
  const processing = child(item, 'responseProcessing');
  if (!processing) return [];
  const conditions = ['responseIf', 'responseElseIf'].flatMap((name) => everywhere(processing, name));
  return [...new Set(conditions.filter(isScoring).flatMap((one) => comparedWith(one, response)))];
}
