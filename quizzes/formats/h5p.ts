import type { Brought, DroppedFile, Format } from './format.ts';
import { countOf, type H5pPart, h5pEntries, isOfFirsts } from './h5p-content.ts';
import { isRecord, jsonIn, textOf } from './json-value.ts';
import { type PackedFiles, packedPictures } from './packed-pictures.ts';
import { isZip, namesInZip, unzip } from './unzip.ts';

const PACKAGE = 'h5p.json';
const CONTENT = 'content/content.json';
const MB = 1e6;
/** Names that the editor gives by itself. */
const GENERIC =
  /^(?:h5p|untitled|multiple choice|quiz(?: \(question set\))?|question set|single choice set|true\/false(?: question)?|interactive (?:book|video)|course presentation|column)?$/i;
/** Question sets nest in books, books in nothing. */
const DEEPEST = 30;

const nameOf = (library: string) => library.split(' ')[0] ?? '';

/** All that has a library and its content, at any depth, in order. */
function partsIn(value: unknown, depth = 0): H5pPart[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => partsIn(one, depth + 1));
  if (!isRecord(value)) return [];
  const { library, params, metadata } = value;
  if (typeof library === 'string' && isRecord(params)) {
    const part = { library: nameOf(library), params, title: (isRecord(metadata) && textOf(metadata.title)) || '' };
    return countOf(part) ? [part] : partsIn(params, depth + 1);
  }
  return Object.values(value).flatMap((one) => partsIn(one, depth + 1));
}

/** H5P packages: mostly code of libraries, of which nothing is read. */
export const h5p: Format = {
  name: 'H5P',
  recognises: ({ bytes }: DroppedFile) => isZip(bytes) && [PACKAGE, CONTENT].every((name) => namesInZip(bytes).includes(name)),
  read: ({ bytes }: DroppedFile): Brought => {
    const none = { format: h5p.name, entries: [], media: new Map<string, Uint8Array>() };
    const found = unzip(bytes, (name) => name === PACKAGE || name === CONTENT, { total: 20 * MB, each: 20 * MB });
    if ('refused' in found) return { ...none, remarks: [found.refused] };
    const [about, params] = [PACKAGE, CONTENT].map((name) => jsonIn(found.get(name) ?? new Uint8Array()));
    if (!isRecord(about) || !isRecord(params))
      return { ...none, remarks: ['This H5P file is damaged: its content cannot be read.'] };
    const title = textOf(about.title)?.trim() ?? '';
    const language = [about.defaultLanguage, about.language].map(textOf).find((one) => one && one !== 'und');
    const library = textOf(about.mainLibrary) ?? '';
    const parts = partsIn({ library, params, metadata: { title } });
    const files: PackedFiles = { media: none.media, find: packedPictures(bytes) };
    let count = 0;
    const place = () => `item ${++count}`;
    return {
      format: h5p.name,
      ...(!GENERIC.test(title) && { title }),
      ...(language && { language }),
      found: parts.reduce((sum, part) => sum + countOf(part), 0),
      entries: parts.flatMap((part) => h5pEntries(part, place, files)),
      remarks: [
        ...(parts.length ? [] : [`This H5P file (${library || 'without a library'}) has no questions that can be asked here.`]),
        ...(parts.some(isOfFirsts)
          ? ['In single choice sets the first answer is the right one: it was put among the others.']
          : []),
      ],
      media: files.media,
    };
  },
};
