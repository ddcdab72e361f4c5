// Several texts in one cell.
import { type ListedOptions, optionsFrom } from './listed-options.ts';

/** `["red","blue"]`, also as Python writes it, `{"A": "red", "B": "blue"}`, or `[{"text": "red", "isCorrect": true}]`. */
export function listIn(cell: string): ListedOptions | undefined {
  const text = cell.trim();
  if (!/^(?:\[.*\]|\{.*\})$/s.test(text)) return undefined;
  for (const one of [text, text.replace(/'((?:[^'\\]|\\.)*)'(?=\s*[,:\]}])/g, (_, inner: string) => JSON.stringify(inner))]) {
    try {
      return optionsFrom(JSON.parse(one));
    } catch {
      // The other way of writing.
    }
  }
  return undefined;
}

const LINE_END = /\n|<br ?\/?>/i;

export const asMany = (cell: string): string[] =>
  listIn(cell)?.texts ?? cell.split(LINE_END.test(cell) ? LINE_END : cell.includes('|') ? '|' : cell.includes(';') ? ';' : ',');
