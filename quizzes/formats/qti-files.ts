// What a QTI package holds besides its items.
import { isZip, namesInZip, unzip } from './unzip.ts';

export interface QtiFiles {
  /** Gets the pictures that questions use. */
  media: Map<string, Uint8Array>;
  find(src: string): Uint8Array | undefined;
}

const MB = 1e6;
const XML = /\.(?:xml|qti)$/i;
const PICTURE = /\.(?:png|jpe?g|webp|svg)$/i;
const MANIFEST = /(?:^|\/)imsmanifest\.xml$/i;
const META = /(?:^|\/)assessment_meta\.xml$/i;

const base = (name: string) => name.split(/[/\\]/).at(-1) ?? '';

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** All XML of a package in the order of names, or what is one file by itself. */
export function qtiTexts(bytes: Uint8Array): { texts: Map<string, Uint8Array> } | { refused: string } {
  if (!isZip(bytes)) return { texts: new Map([['', bytes]]) };
  const found = unzip(bytes, (name) => XML.test(name), { total: 60 * MB, each: 30 * MB });
  return 'refused' in found ? found : { texts: found };
}

export const isManifest = (name: string) => MANIFEST.test(name);
/** Nothing that is asked. */
export const isMeta = (name: string) => META.test(name) || isManifest(name);

/** Pictures are looked for by their own name: packages write paths in many ways. */
export function packedPictures(bytes: Uint8Array): QtiFiles['find'] {
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
