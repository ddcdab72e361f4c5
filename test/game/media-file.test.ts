import { expect, test } from 'vitest';
import { beginsAs, isMediaType, MEDIA_TYPES, mediaFileName, mediaNamedIn, mediaTypeOf } from '../../game/media/media-file.ts';
import { BEGINNINGS } from '../support/media-samples.ts';

const TYPES = Object.keys(MEDIA_TYPES).filter(isMediaType);
const HASH = '0123456789abcdef'.repeat(4);
const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each(TYPES)('a file that begins as %s begins as nothing else', (type) => {
  // Only a sound and a video may share a container.
  const others = TYPES.filter((other) => beginsAs(other, BEGINNINGS[type]));
  expect(others).toEqual(type === 'video/mp4' ? ['audio/mp4', 'video/mp4'] : [type]);
});

test.each([
  ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
  ['AVIF', '\0\0\0\x1cftypavif\0\0\0\0'],
  ['QuickTime', '\0\0\0\x14ftypqt  '],
  ['Matroska', '\x1aE\xdf\xa3\xa3B\x86\x81\x01B\x82\x88matroska'],
  ['AAC', '\xff\xf1\x50\x80'],
  ['AVI', 'RIFF\x24\0\0\0AVI LIST'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['a page', '<!doctype html>'],
  ['a zip', 'PK\x03\x04'],
  ['nothing', ''],
])('%s is none of them', (_, text) => {
  expect(TYPES.filter((type) => beginsAs(type, bytes(text)))).toEqual([]);
});

test('the name of a file tells its type, and only whole names do', () => {
  expect(TYPES.map((type) => mediaTypeOf(mediaFileName(HASH, type)))).toEqual(TYPES);
  const others = [
    '',
    'a.png',
    `${HASH}`,
    `${HASH}.html`,
    `${HASH}.PNG`,
    `../${HASH}.png`,
    `${HASH}.png/..`,
    `${HASH.toUpperCase()}.png`,
  ];
  expect(others.map(mediaTypeOf)).toEqual(others.map(() => undefined));
});

test('what a quiz names is found wherever it names it, once', () => {
  const [one, two] = [mediaFileName(HASH, 'image/png'), mediaFileName(`${HASH.slice(2)}00`, 'audio/mpeg')];
  const quiz = {
    questions: [{ picture: { file: one, alt: 'A fox' } }, { picture: { file: one }, sound: two }, { text: `${HASH}.html` }],
  };
  expect(mediaNamedIn(quiz)).toEqual([one, two]);
  expect(mediaNamedIn({ questions: [] })).toEqual([]);
});
