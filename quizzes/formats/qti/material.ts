// Texts of QTI as HTML. Pictures that are written as <object> or <matimage> become <img>, formulas their text.
import { innerHtml, wholeText, type XmlElement } from '../markup/xml.ts';

const element = (name: string, attributes: Record<string, string>, children: XmlElement['children']): XmlElement => ({
  name,
  attributes,
  children,
});

function asHtml(of: XmlElement): XmlElement {
  const { name, attributes } = of;
  const { data, uri, src, alt, alttext } = attributes;
  if (name === 'matimage' || (name === 'object' && /^image\//.test(attributes.type ?? '')))
    return element('img', { src: data ?? uri ?? src ?? '', alt: alt ?? wholeText(of).trim() }, []);
  if (name === 'math') return element('span', {}, [alttext ?? wholeText(of).replace(/\s+/g, '')]);
  return element(
    name,
    attributes,
    of.children.map((one) => (typeof one === 'string' ? one : asHtml(one))),
  );
}

/** @param leave elements to leave out */
export const htmlOf = (of: XmlElement, leave?: (one: XmlElement) => boolean): string => innerHtml(asHtml(of), false, leave);

/** A `<mattext>` holds HTML as text. */
export const mattextHtml = (of: XmlElement): string => innerHtml(asHtml(of), true);

const camel = (name: string) => name.replace(/^qti-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** QTI 3 writes the names of QTI 2 with hyphens. */
export function asQti2(of: XmlElement): XmlElement {
  const isOfQti = of.name.startsWith('qti-');
  return element(
    camel(of.name),
    isOfQti ? Object.fromEntries(Object.entries(of.attributes).map(([key, value]) => [camel(key), value])) : of.attributes,
    of.children.map((one) => (typeof one === 'string' ? one : asQti2(one))),
  );
}
