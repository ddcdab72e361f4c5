import { type HtmlText, htmlText, looksLikeHtml } from './html-text.ts';

export interface ShownText {
  text: string;
  pictures: HtmlText['pictures'];
  /** In words. */
  changes: string[];
}

/** As it is, spaces around it apart. */
export const plainText = (text: string): ShownText => ({ text: text.trim(), pictures: [], changes: [] });

/** What a piece of HTML shows; what it would run is left out in words. */
export function shownHtml(html: string): ShownText {
  if (!/[<&]/.test(html)) return { ...plainText(html), text: html.replace(/\s+/g, ' ').trim() };
  const { text, pictures, dropped } = htmlText(html);
  return { text, pictures, changes: dropped.map((name) => `a <${name}> was left out`) };
}

/** For formats that allow HTML without saying so. */
export function maybeHtml(text: string): ShownText {
  if (!looksLikeHtml(text)) return plainText(text);
  const shown = shownHtml(text);
  // A tag alone, which shows nothing, is what is asked about.
  const isAlone = !shown.text && !shown.pictures.length && !shown.changes.length && !text.includes('</');
  return isAlone ? plainText(text) : shown;
}
