// Which files of a QTI package hold items.
import { isZip, unzip } from './unzip.ts';

const MB = 1e6;
/** Blackboard calls them `.dat`. */
const XML = /\.(?:xml|qti|dat)$/i;
const MANIFEST = /(?:^|\/)imsmanifest\.xml$/i;
const META = /(?:^|\/)assessment_meta\.xml$/i;

/** All XML of a package in the order of names, or what is one file by itself. */
export function qtiTexts(bytes: Uint8Array): { texts: Map<string, Uint8Array> } | { refused: string } {
  if (!isZip(bytes)) return { texts: new Map([['', bytes]]) };
  const found = unzip(bytes, (name) => XML.test(name), { total: 60 * MB, each: 30 * MB });
  return 'refused' in found ? found : { texts: found };
}

export const isManifest = (name: string) => MANIFEST.test(name);
/** Nothing that is asked. */
export const isMeta = (name: string) => META.test(name) || isManifest(name);
