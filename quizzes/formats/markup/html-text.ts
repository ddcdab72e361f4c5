// The text that a piece of HTML shows, and the pictures in it. Nothing is run, nothing is fetched.
import { Parser } from 'htmlparser2';
import { scripted } from './raised.ts';

export interface HtmlText {
  text: string;
  /** Addresses of pictures, as they stand. */
  pictures: { src: string; alt: string }[];
  /** Scripts, frames and players that were left out. */
  dropped: string[];
}

/** New line before and after. */
const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** Their content is nothing to read. */
const UNREAD = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'iframe',
  'object',
  'video',
  'audio',
  'svg',
  'rp',
  'rt',
]);
const NAMED = new Set(['script', 'iframe', 'object', 'embed', 'video', 'audio', 'svg']);
/** Beyond it the parser's stack takes long. */
const MOST_TAGS = 20_000;

const tidy = (text: string) =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();

class Reading {
  readonly found: HtmlText = { text: '', pictures: [], dropped: [] };
  private parts: string[] = [];
  private unread = 0;
  private preformatted = 0;
  /** Where a raised or lowered text begins. */
  private raised: number[] = [];

  open(name: string, attributes: Record<string, string>) {
    if (NAMED.has(name) && !this.found.dropped.includes(name)) this.found.dropped.push(name);
    if (UNREAD.has(name)) this.unread++;
    if (this.unread) return;
    if (name === 'img') this.found.pictures.push({ src: attributes.src ?? '', alt: tidy(attributes.alt ?? '') });
    if (name === 'pre') this.preformatted++;
    if (name === 'sup' || name === 'sub') this.raised.push(this.parts.length);
    if (name === 'br' || BLOCKS.has(name)) this.parts.push('\n');
    if (name === 'td' || name === 'th') this.parts.push(' ');
  }

  close(name: string) {
    if (UNREAD.has(name)) this.unread = Math.max(0, this.unread - 1);
    else if (this.unread) return;
    if (name === 'pre') this.preformatted = Math.max(0, this.preformatted - 1);
    if (name === 'sup' || name === 'sub') {
      const from = this.raised.pop();
      if (from !== undefined) this.parts.push(scripted(this.parts.splice(from).join(''), name));
    }
    if (BLOCKS.has(name)) this.parts.push('\n');
  }

  text(data: string) {
    if (!this.unread) this.parts.push(this.preformatted ? data : data.replace(/\s+/g, ' '));
  }

  end(): HtmlText {
    return { ...this.found, text: tidy(this.parts.join('').replace(/\u00ad/g, '')) };
  }
}

/** @param html any text; tags may be wrong or unclosed */
export function htmlText(html: string): HtmlText {
  if (html.split('<').length > MOST_TAGS) return { text: tidy(html.replace(/<[^<>]*>/g, ' ')), pictures: [], dropped: [] };
  const reading = new Reading();
  const parser = new Parser({
    onopentag: (name, attributes) => reading.open(name, attributes),
    onclosetag: (name) => reading.close(name),
    ontext: (data) => reading.text(data),
  });
  parser.end(html);
  return reading.end();
}

/** A closing tag, a line break, a picture or a named entity; `List<String>` has none. */
const TAGS =
  /<\/(?:p|div|span|b|i|u|em|strong|sub|sup|pre|code|br|table|tr|td|th|ul|ol|li|h[1-6]|font|a|center|script|style)>|<br\s*\/?>|<img\s|&(?:nbsp|lt|gt|amp|quot|#\d{1,6});/i;

/** Whether a text that may or may not be HTML is. */
export const looksLikeHtml = (text: string) => TAGS.test(text);
