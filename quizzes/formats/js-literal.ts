// Lists in the source of a page or a program: `const questions = [{ text: 'Hot?', … }]`.

const BEGINS =
  /^(?:export\s+default|export\s+const|const|let|var|module\.exports|window\.\w+|questions)\b[^\n=[{;'"`:]{0,100}(?::\s{0,5}[\w<>[\]]{1,60}\s{0,5}(?==))?=?\s{0,20}(?=[[{])/m;
const HEAD = 5_000;
const LONGEST = 1_000_000;
/** In turn: comments, texts, names, numbers, signs. */
const TOKEN =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|`(?:[^`\\]|\\[\s\S])*`|[\p{L}_$][\p{L}\w$]*|-?\d+(?:\.\d+)?|[[\]{}:,]/uy;
const WORDS = new Set(['true', 'false', 'null']);

/** As JSON quotes it. */
function quoted(token: string): string {
  const inner = token.slice(1, -1).replace(/\\(u[\da-fA-F]{4}|\r?\n|[\s\S])/g, (_, one: string) => {
    if (one.length === 5) return String.fromCharCode(Number.parseInt(one.slice(1), 16));
    const known: Record<string, string> = { n: '\n', t: '\t', '\n': '' };
    return known[one] ?? one;
  });
  return JSON.stringify(inner);
}

/** @returns as JSON; undefined: none, or it holds more than values */
export function jsLiteralIn(text: string): string | undefined {
  const begin = BEGINS.exec(text.slice(0, HEAD));
  if (!begin || text.length > LONGEST) return undefined;
  const parts: string[] = [];
  let depth = 0;
  TOKEN.lastIndex = begin.index + begin[0].length;
  for (let found = TOKEN.exec(text); found; found = TOKEN.exec(text)) {
    const [token] = found;
    const [sign = ''] = token;
    if (/[\s/]/.test(sign)) continue;
    if (sign === '`' && token.includes('${')) return undefined;
    if (sign === ']' || sign === '}') {
      if (parts.at(-1) === ',') parts.pop();
      depth--;
    } else if (sign === '[' || sign === '{') depth++;
    if (/["'`]/.test(sign)) parts.push(quoted(token));
    else parts.push(/[\p{L}_$]/u.test(sign) && !WORDS.has(token) ? JSON.stringify(token) : token);
    if (depth === 0) return parts.join('');
  }
  return undefined;
}
