// Texts of QTI as HTML. Pictures that are written as <object> or <matimage> become <img>, formulas their text.
import { scripted } from '../markup/raised.ts';
import { innerHtml, wholeText, type XmlElement } from '../markup/xml.ts';

const element = (name: string, attributes: Record<string, string>, children: XmlElement['children']): XmlElement => ({
  name,
  attributes,
  children,
});

/** MathML as a line of text: powers and indices raised and lowered, fractions with a stroke. */
function mathText(of: XmlElement | string): string {
  if (typeof of === 'string') return of.replace(/\s+/g, '');
  if (of.name === 'annotation' || of.name === 'annotation-xml') return '';
  const parts = of.children.filter((one) => typeof one !== 'string' || one.trim()).map(mathText);
  const [base = '', other = ''] = parts;
  if (of.name === 'msup') return base + scripted(other, 'sup');
  if (of.name === 'msub') return base + scripted(other, 'sub');
  return of.name === 'mfrac' ? `${base}/${other}` : of.name === 'msqrt' ? `√${parts.join('')}` : parts.join('');
}

function asHtml(of: XmlElement): XmlElement {
  const { name, attributes } = of;
  const { data, uri, src, alt, alttext } = attributes;
  if (name === 'matimage' || (name === 'object' && /^image\//.test(attributes.type ?? '')))
    return element('img', { src: data ?? uri ?? src ?? '', alt: alt ?? wholeText(of).trim() }, []);
  if (name === 'math') return element('span', {}, [alttext ?? mathText(of)]);
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
