// Escaped characters become characters that no text has, so that none of them is taken for a sign of the format.
const ESCAPED = '\\~=#{}:n';
/** Unicode keeps U+FDD0 and on for use within programs. */
const FIRST = 0xfdd0;

/** TeX that begins as a line break does. */
const TEX = /^(?:eq?|u|abla|ot(?:in)?|i|eg|less|leq|geq|mid|parallel|subseteq|supseteq|exists|earrow|warrow)(?![A-Za-z])/;

/** `\=` and the like are out of the way until `unescaped`. */
export function escaped(text: string): string {
  const hasFormulas = /\$|\\\(/.test(text);
  return text.replace(/\\([\\~=#{}:n])/g, (both, sign: string, at: number) =>
    sign === 'n' && hasFormulas && TEX.test(text.slice(at + 2, at + 12))
      ? both
      : String.fromCharCode(FIRST + ESCAPED.indexOf(sign)),
  );
}

export const unescaped = (text: string) =>
  text.replace(/[\uFDD0-\uFDD7]/g, (one) => {
    const sign = ESCAPED[one.charCodeAt(0) - FIRST] ?? '';
    return sign === 'n' ? '\n' : sign;
  });
