// Pictures that come inside a file. One by address is never fetched.
const NAMES = [
  { ending: 'png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { ending: 'jpg', begins: [0xff, 0xd8, 0xff] },
  { ending: 'webp', begins: [0x52, 0x49, 0x46, 0x46] },
];
const MOST_MB = 10;

const starts = (bytes: Uint8Array, begins: readonly number[]) => begins.every((byte, i) => bytes[i] === byte);

/** A drawing that runs or loads something. */
const ACTIVE = /<script|\son\w+\s*=|javascript:|<foreignObject|<!ENTITY|href\s*=\s*["']\s*(?!#|data:image)/i;

/** @returns its ending by its content; undefined: no picture that a quiz may hold */
export function pictureEnding(bytes: Uint8Array): string | undefined {
  const found = NAMES.find(({ begins }) => starts(bytes, begins));
  if (found) return found.ending;
  const head = new TextDecoder().decode(bytes.subarray(0, 1000));
  return /^\s*(<\?xml|<!--|<svg)/.test(head) && head.includes('<svg') && !ACTIVE.test(new TextDecoder().decode(bytes))
    ? 'svg'
    : undefined;
}

export interface FoundPicture {
  src: string;
  alt: string;
}

const short = (src: string) => (src.length > 80 ? `${src.slice(0, 79)}…` : src);

function inline(src: string): Uint8Array | undefined {
  const base64 = /^data:image\/[\w.+-]+;base64,([\sA-Za-z0-9+/=]+)$/.exec(src)?.[1];
  return base64 ? fromBase64(base64) : undefined;
}

/** @returns undefined where it is none */
export function fromBase64(base64: string): Uint8Array | undefined {
  if (base64.length > MOST_MB * 1.4e6) return undefined;
  try {
    return Uint8Array.from(atob(base64.replace(/\s+/g, '')), (one) => one.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Why it stays behind, in words; or its bytes. */
function bytesOf({ src }: FoundPicture, files: (src: string) => Uint8Array | undefined): Uint8Array | string {
  const bytes = inline(src) ?? files(src);
  const named = src.startsWith('data:') ? 'a picture in the text' : `the picture ${short(src)}`;
  if (bytes && bytes.length > MOST_MB * 1e6) return `${named} was left out: it has more than ${MOST_MB} MB`;
  if (bytes) return pictureEnding(bytes) ? bytes : `${named} was left out: it is no PNG, JPEG, WebP or plain SVG`;
  if (/^(https?:)?\/\//i.test(src)) return `${named} was left out: pictures by address are not fetched`;
  return `${named} was left out: ${src.startsWith('data:') ? 'it cannot be read' : 'it is not in the file'}`;
}

/**
 * The first picture that the file holds goes with the question, the others are named.
 * @param media gets its bytes
 */
export function questionPicture(
  found: readonly FoundPicture[],
  media: Map<string, Uint8Array>,
  files: (src: string) => Uint8Array | undefined = () => undefined,
): { picture?: { file: string; alt: string }; changes: string[] } {
  const changes: string[] = [];
  let picture: { file: string; alt: string } | undefined;
  for (const one of found) {
    const bytes = bytesOf(one, files);
    if (typeof bytes === 'string') changes.push(bytes);
    else if (picture) changes.push('a second picture was left out: a question has one');
    else {
      const file = `picture-${media.size + 1}.${pictureEnding(bytes)}`;
      media.set(file, bytes);
      if (!one.alt) changes.push('the picture has no description: it says “Picture”');
      picture = { file, alt: one.alt || 'Picture' };
    }
  }
  return picture ? { picture, changes } : { changes };
}
