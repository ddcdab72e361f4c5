// Pictures inside a package, and where those go that questions use.
import { isZip, namesInZip, unzip } from './unzip.ts';

export interface PackedFiles {
  /** Gets the pictures that questions use. */
  media: Map<string, Uint8Array>;
  find(src: string): Uint8Array | undefined;
}

const MB = 1e6;
const PICTURE = /\.(?:png|jpe?g|webp|svg)$/i;

const base = (name: string) => name.split(/[/\\]/).at(-1) ?? '';

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** Pictures are looked for by their own name: packages write paths in many ways. */
export function packedPictures(bytes: Uint8Array): PackedFiles['find'] {
  const names = isZip(bytes) ? namesInZip(bytes).filter((name) => PICTURE.test(name)) : [];
  const byBase = new Map(names.map((name) => [base(name), name]));
  let all: Map<string, Uint8Array> | undefined;
  return (src) => {
    const name = /^[a-z]+:/i.test(src) ? undefined : byBase.get(base(decoded(src.replace(/[?#].*$/, ''))));
    if (name === undefined) return undefined;
    if (!all) {
      const found = unzip(bytes, (one) => PICTURE.test(one), { total: 100 * MB, each: 12 * MB });
      all = 'refused' in found ? new Map() : found;
    }
    return all.get(name);
  };
}
