// Several texts in one cell.

/** `["red","blue"]`, also as Python writes it, or `{"A": "red", "B": "blue"}`. */
export function listIn(cell: string): string[] | undefined {
  const text = cell.trim();
  if (!/^(?:\[.*\]|\{.*\})$/s.test(text)) return undefined;
  for (const one of [text, text.replace(/'((?:[^'\\]|\\.)*)'(?=\s*[,:\]}])/g, (_, inner: string) => JSON.stringify(inner))]) {
    try {
      const list: unknown = JSON.parse(one);
      return Object.values(list ?? {}).map((value) => String(value));
    } catch {
      // The other way of writing.
    }
  }
  return undefined;
}

const LINE_END = /\n|<br ?\/?>/i;

export const asMany = (cell: string): string[] =>
  listIn(cell) ?? cell.split(LINE_END.test(cell) ? LINE_END : cell.includes('|') ? '|' : cell.includes(';') ? ';' : ',');
