import { render } from 'preact';
import type { Quiz } from '../../../game/quiz/quiz.ts';
import { mediaAddress } from '../../ui/media-address.ts';
import { PaperSheet, type PaperStyle } from './paper-sheet.tsx';

const fromBase = (path: string) => new URL(path, document.baseURI).href;

/**
 * The sheet in a tab of its own, which asks to be printed once its pictures are there.
 * It keeps this page's policy: own files only. The page's `data-paper-css` names its style sheet.
 * @returns false: the browser allows no tab
 */
export function openPaper(quiz: Quiz, style: PaperStyle): boolean {
  const tab = open('', '_blank');
  if (!tab) return false;
  const { head, body, documentElement } = tab.document;
  tab.document.title = quiz.title;
  documentElement.lang = quiz.language;
  const link = tab.document.createElement('link');
  link.rel = 'stylesheet';
  link.href = fromBase(document.documentElement.dataset.paperCss ?? '');
  const styled = new Promise((done) => {
    link.onload = link.onerror = done;
  });
  head.append(link);
  const main = tab.document.createElement('main');
  body.append(main);
  render(<PaperSheet quiz={quiz} style={style} address={(file) => fromBase(mediaAddress(file))} />, main);
  const pictures = [...main.querySelectorAll('img')].map((picture) => picture.decode());
  void Promise.allSettled([styled, ...pictures]).then(() => tab.print());
  return true;
}
