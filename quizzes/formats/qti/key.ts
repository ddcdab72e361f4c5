// QTI 2: what is right, by the declared response, its mapping, or the scoring.
import { child, elements, everywhere, wholeText, type XmlElement } from '../markup/xml.ts';
import { scoringValues } from './conditions.ts';

export interface Key {
  right: Set<string>;
  partly: Set<string>;
  isSeveral: boolean;
  isNumber: boolean;
  /** Each right option earns its share. */
  isPartial: boolean;
  caseCounts: boolean;
}

export function keyOf(item: XmlElement, response: string): Key {
  const declaration = elements(item, 'responseDeclaration').find(({ attributes }) => attributes.identifier === response);
  const values = declaration
    ? elements(child(declaration, 'correctResponse') ?? declaration, 'value').map((one) => wholeText(one).trim())
    : [];
  const isSeveral = /multiple|ordered/.test(declaration?.attributes.cardinality ?? '');
  const mapped = (declaration ? everywhere(declaration, 'mapEntry') : []).map(
    ({ attributes: { mapKey = '', mappedValue = '', caseSensitive } }) => ({
      key: mapKey,
      value: Number(mappedValue) || 0,
      caseCounts: caseSensitive === 'true',
    }),
  );
  const most = mapped.reduce((one, { value }) => Math.max(one, value), 0);
  const best = mapped.filter(({ value }) => value > 0 && (isSeveral || value === most)).map(({ key }) => key);
  const isText = /string/.test(declaration?.attributes.baseType ?? '');
  const said = values.length ? [...values, ...(isText ? best : [])] : best;
  const right = new Set(said.length ? said : scoringValues(item, response));
  const partly = new Set(mapped.filter(({ value, key }) => value > 0 && !right.has(key)).map(({ key }) => key));
  return {
    right,
    partly,
    isSeveral,
    isNumber: /integer|float/.test(declaration?.attributes.baseType ?? ''),
    isPartial: /map_response$/.test(child(item, 'responseProcessing')?.attributes.template ?? '') && mapped.length > 1,
    caseCounts: mapped.some((one) => one.caseCounts),
  };
}
