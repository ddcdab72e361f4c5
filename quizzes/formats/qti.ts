import type { Brought, DroppedFile, Entry, Format } from './format.ts';
import { elements, everywhere, MOST_ELEMENTS, parseXml, type XmlElement } from './markup/xml.ts';
import { type PackedFiles, packedPictures } from './packed-pictures.ts';
import { asQti2 } from './qti/material.ts';
import { qti1Entry } from './qti-1.ts';
import { qti2Entry } from './qti-2.ts';
import { isManifest, isMeta, qtiTexts } from './qti-files.ts';
import { rootIn, textOf } from './text-file.ts';
import { isZip, namesInZip } from './unzip.ts';

const ROOTS = /^(?:questestinterop|assessmentItem|assessmentTest|qti-assessment-item|qti-assessment-test)$/;

interface Document {
  name: string;
  root: XmlElement;
  remarks: string[];
}

function documentOf(name: string, bytes: Uint8Array, most: number): { document?: Document; count: number } {
  const { text, remarks } = textOf(bytes);
  const xml = parseXml(text, most);
  if (!xml || !ROOTS.test(xml.root.name)) return { count: 0 };
  const told = xml.fault ? [`${name || 'The file'} ${xml.fault}`] : [];
  return { document: { name, root: asQti2(xml.root), remarks: [...remarks, ...told] }, count: xml.count };
}

/** All together no larger than one file may be. */
function documentsOf(texts: readonly (readonly [string, Uint8Array])[]): { documents: Document[]; remarks: string[] } {
  const documents: Document[] = [];
  let left = MOST_ELEMENTS;
  for (const [name, bytes] of texts) {
    if (left < 1) return { documents, remarks: [`The package is too large: it was read up to ${name}.`] };
    const { document, count } = documentOf(name, bytes, left);
    left -= count;
    if (document) documents.push(document);
  }
  return { documents, remarks: [] };
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);

const inManifest = (texts: ReadonlyMap<string, Uint8Array>) =>
  [...texts]
    .filter(([name]) => isManifest(name))
    .flatMap(([name, bytes]) => {
      const xml = parseXml(textOf(bytes).text);
      return (xml ? everywhere(xml.root, 'resource') : []).map(({ attributes: { href = '' } }) => folderOf(name) + href);
    });

/** In the order of the tests that name them, else of the manifest. */
function inOrder(documents: readonly Document[], manifest: readonly string[]): Document[] {
  const inTests = documents
    .filter(({ root }) => root.name === 'assessmentTest')
    .flatMap(({ name, root }) =>
      everywhere(root, 'assessmentItemRef').map((one) => folderOf(name) + (one.attributes.href ?? '')),
    );
  const named = [...new Set([...inTests, ...manifest])];
  const place = new Map(named.map((name, i) => [name, i]));
  const placeOf = ({ name }: Document) => place.get(name) ?? named.length;
  return [...documents].sort((a, b) => placeOf(a) - placeOf(b));
}

type Item = { of: XmlElement; entry: (item: XmlElement, at: string, files: PackedFiles) => Entry };

const itemsIn = ({ root }: Document): Item[] =>
  root.name === 'questestinterop'
    ? everywhere(root, 'item').map((of) => ({ of, entry: qti1Entry }))
    : everywhere({ name: '', attributes: {}, children: [root] }, 'assessmentItem').map((of) => ({ of, entry: qti2Entry }));

function titleOf(documents: readonly Document[]): string | undefined {
  const titles = documents.flatMap(({ root }) => [
    ...(root.name === 'assessmentTest' ? [root.attributes.title] : []),
    ...elements(root, 'assessment').map((one) => one.attributes.title),
  ]);
  return titles.find((one) => one?.trim())?.trim();
}

/** QTI 1.2, 2.1, 2.2 and 3: one file, or a package of them. */
export const qti: Format = {
  name: 'QTI',
  recognises: ({ bytes }: DroppedFile) =>
    isZip(bytes) ? namesInZip(bytes).some((name) => /(?:^|\/)imsmanifest\.xml$/i.test(name)) : ROOTS.test(rootIn(bytes) ?? ''),
  read: ({ bytes }: DroppedFile): Brought => {
    const found = qtiTexts(bytes);
    const none = { format: qti.name, entries: [], media: new Map() };
    if ('refused' in found) return { ...none, remarks: [found.refused] };
    const texts = [...found.texts].filter(([name]) => !isMeta(name)).sort(([a], [b]) => (a < b ? -1 : 1));
    const all = documentsOf(texts);
    const documents = inOrder(all.documents, inManifest(found.texts));
    const items = documents.flatMap(itemsIn);
    const files: PackedFiles = { media: new Map(), find: packedPictures(bytes) };
    const title = titleOf(documents);
    const language = documents
      .map(({ root }) => root.attributes.lang)
      .find((one) => one && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(one));
    return {
      format: qti.name,
      ...(title && { title }),
      ...(language && { language }),
      found: items.length,
      entries: items.map(({ of, entry }, i) => entry(of, `item ${i + 1}`, files)),
      remarks: [...all.remarks, ...documents.flatMap((one) => one.remarks)],
      media: files.media,
    };
  },
};
