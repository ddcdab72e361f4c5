// XML as a tree. Strictly first; a file with faults is read as well as it can be, and the first fault is told.
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Without its namespace's prefix. */
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

export interface Xml {
  root: XmlElement;
  /** In words, after the name of the file. */
  fault?: string;
  /** Elements in it. */
  count: number;
}

/** Beyond it nobody nests questions. */
const DEEPEST = 200;
/** Some eight thousand questions. */
export const MOST_ELEMENTS = 200_000;

const local = (name: string) => name.slice(name.indexOf(':') + 1);

class Faulty extends Error {}
class TooMany extends Error {}

/** Grows as the parser goes; too deep elements are dropped. */
class Tree {
  root: XmlElement | undefined;
  private readonly open: XmlElement[] = [];
  private skipped = 0;
  private readonly most: number;
  count = 0;

  constructor(most: number) {
    this.most = most;
  }

  start(name: string, attributes: Record<string, string>) {
    if (++this.count > this.most) throw new TooMany();
    if (this.open.length >= DEEPEST || (this.root && !this.open.length)) {
      this.skipped++;
      return;
    }
    const element: XmlElement = {
      name: local(name),
      attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])),
      children: [],
    };
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  text(text: string) {
    if (!this.skipped) this.open.at(-1)?.children.push(text);
  }

  end() {
    if (this.skipped) this.skipped--;
    else this.open.pop();
  }
}

function strictly(text: string, tree: Tree): Xml {
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    throw new Faulty(message);
  });
  parser.on('opentag', ({ name, attributes }) => tree.start(name, attributes));
  parser.on('text', (one) => tree.text(one));
  parser.on('cdata', (one) => tree.text(one));
  parser.on('closetag', () => tree.end());
  parser.write(text).close();
  if (!tree.root) throw new Faulty('no element');
  return { root: tree.root, count: tree.count };
}

function leniently(text: string, fault: string, tree: Tree): Xml | undefined {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tree.start(name, attributes),
      ontext: (one) => tree.text(one),
      onclosetag: () => tree.end(),
    },
    { xmlMode: true },
  );
  parser.end(text);
  return tree.root && { root: tree.root, fault, count: tree.count };
}

/** `12:5: unclosed tag: b` */
function faultIn(message: string): string {
  const where = message.replace(/^(\d+):\d+: /, 'line $1: ').replace(/\.$/, '');
  return `is not well-formed (${where}). It was read as well as it could be: look through it.`;
}

/**
 * No entity but XML's own is ever expanded.
 * @param most elements
 * @returns undefined: no XML at all
 */
export function parseXml(text: string, most = MOST_ELEMENTS): Xml | undefined {
  const body = text.replace(/^\s+/, '');
  let tree = new Tree(most);
  try {
    try {
      return strictly(body, tree);
    } catch (error) {
      if (!(error instanceof Faulty)) throw error;
      tree = new Tree(most);
      return leniently(body, faultIn(error.message), tree);
    }
  } catch (error) {
    if (!(error instanceof TooMany) || !tree.root) throw error;
    return { root: tree.root, fault: `has more than ${most.toLocaleString('en')} elements: the rest was left out.`, count: most };
  }
}

export const elements = (of: XmlElement, name?: string): XmlElement[] =>
  of.children.filter((one): one is XmlElement => typeof one !== 'string' && (name === undefined || one.name === name));

export const child = (of: XmlElement | undefined, name: string): XmlElement | undefined => of && elements(of, name)[0];

/** All of this name at any depth, in order, none inside another of its name. */
export function within(of: XmlElement, name: string): XmlElement[] {
  return elements(of).flatMap((one) => (one.name === name ? [one] : within(one, name)));
}

/** All of this name, those too that a missing end tag has put into another. */
export const everywhere = (of: XmlElement, name: string): XmlElement[] =>
  elements(of).flatMap((one) => [...(one.name === name ? [one] : []), ...everywhere(one, name)]);

/** Its text with that of all elements in it. */
export const wholeText = (of: XmlElement | undefined): string =>
  of?.children.map((one) => (typeof one === 'string' ? one : wholeText(one))).join('') ?? '';

const quoted = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const shielded = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Its content as HTML.
 * @param isHtml its texts are HTML themselves, as in Moodle's `<text>`
 * @param leave elements to leave out
 */
export function innerHtml(of: XmlElement | undefined, isHtml = false, leave: (one: XmlElement) => boolean = () => false): string {
  const parts = of?.children.map((one) => {
    if (typeof one === 'string') return isHtml ? one : shielded(one);
    if (leave(one)) return '';
    const attributes = Object.entries(one.attributes).map(([name, value]) => ` ${name}="${quoted(value)}"`);
    const inner = innerHtml(one, isHtml, leave);
    return /^(?:br|img|hr)$/i.test(one.name)
      ? `<${one.name}${attributes.join('')}>`
      : `<${one.name}${attributes.join('')}>${inner}</${one.name}>`;
  });
  return parts?.join('') ?? '';
}
