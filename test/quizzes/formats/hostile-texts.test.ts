// Files that were made to hurt are neutralised or refused in words, and soon.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { h5p } from '../../../quizzes/formats/h5p.ts';
import { moodleXml } from '../../../quizzes/formats/moodle-xml.ts';
import { qti } from '../../../quizzes/formats/qti.ts';
import { READERS } from './text-files.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (content: string | Uint8Array) => ({ name: 'any', bytes: typeof content === 'string' ? bytes(content) : content });

/** What takes a second grows with the square of these. */
const SIZE = 50_000;
const MOST_MS = 10_000;

const HEADS = [
  '',
  'Which? {=a ~b}\n\n',
  'Which? {',
  '<quiz><question type="multichoice"><questiontext><text>',
  '1. Which?\nA) a\nB) b\n',
];
const PIECES = ['{', '}', '{}', '{=', '{~a', '~', '=', '#', '%50%', '\\', '::', '$CATEGORY: a/', '$a$', '// @time: 5\n', '->']
  .concat(['<', '<p>', '</p>', '&lt;', '&', '"', '<!--', '<![CDATA[', '</', '<a b="', '<question type="truefalse">'])
  .concat([
    '* ',
    '**',
    '*',
    '(',
    '[',
    'A) x ',
    'A. x\n',
    'B) ',
    '1. ',
    '1. x\n',
    '1-A ',
    '- x\n',
    'Answer: A\n',
    'Answer: ',
    'a:',
    'x\n',
  ])
  .concat([' ', '\t', '\n', '\u00a0', '✓', 'ANSWER: A\n', 'x', '9', '( correct', '-- correct']);

describe('a small text again and again takes no longer than its length', () => {
  test.each(PIECES.map((piece) => [JSON.stringify(piece), piece]))('%s', (_, piece) => {
    const slow = HEADS.flatMap((head) => {
      const long = file(head + piece.repeat(SIZE / piece.length));
      return READERS.flatMap((reader) => {
        const start = performance.now();
        reader.recognises(long);
        reader.read(long);
        const took = performance.now() - start;
        return took > MOST_MS ? [`${reader.name} after ${JSON.stringify(head)}: ${Math.round(took)} ms`] : [];
      });
    });
    expect(slow).toEqual([]);
  });
});

test('entities of the file’s own are never expanded', () => {
  const laughs = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
  const xml = `<!DOCTYPE quiz [<!ENTITY l0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]>
<quiz><question type="truefalse"><questiontext><text>&l10; &x;</text></questiontext><answer fraction="100"><text>true</text></answer></question></quiz>`;
  expect(moodleXml.read(file(xml)).entries).toEqual([
    { outcome: 'read', at: 'item 1', draft: { kind: 'true-false', text: '&l10; &x;', right: true }, changes: [] },
  ]);
});

test('a hundred thousand elements inside each other are one remark', () => {
  const { entries, remarks } = moodleXml.read(file(`<quiz>${'<question>'.repeat(100_000)}`));
  expect(entries.length).toBeLessThan(200);
  expect(remarks).toEqual([
    'The file is not well-formed (line 1: unclosed tag: question). It was read as well as it could be: look through it.',
  ]);
});

test('a package that inflates beyond its bounds is refused', () => {
  const bomb = zipSync({ 'imsmanifest.xml': bytes('<manifest/>'), 'items.xml': new Uint8Array(40e6) });
  expect(bomb.length).toBeLessThan(100_000);
  expect(qti.read(file(bomb))).toMatchObject({ entries: [], remarks: [expect.stringContaining('too large')] });
  const other = zipSync({ 'h5p.json': bytes('{}'), 'content/content.json': new Uint8Array(40e6) });
  expect(h5p.read(file(other))).toMatchObject({ entries: [], remarks: [expect.stringContaining('too large')] });
});

test('names that lead out of a package lead nowhere, and addresses are not fetched', () => {
  const question = (path: string) => ({
    library: 'H5P.TrueFalse 1.8',
    params: { question: 'So?', correct: 'true', media: { type: { library: 'H5P.Image 1.1', params: { file: { path } } } } },
  });
  const packed = zipSync({
    'h5p.json': bytes('{"title":"Pictures","mainLibrary":"H5P.QuestionSet"}'),
    'content/content.json': bytes(
      JSON.stringify({ questions: ['../../etc/passwd', 'https://example.org/a.png', 'a.png', 'a.svg'].map(question) }),
    ),
    '../../a.png': bytes('no picture'),
    'content/a.svg': bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  });
  const { entries, media } = h5p.read(file(packed));
  expect(entries.map((entry) => entry.outcome === 'read' && entry.changes)).toEqual([
    ['the picture ../../etc/passwd was left out: it is not in the file'],
    ['the picture https://example.org/a.png was left out: pictures by address are not fetched'],
    ['the picture a.png was left out: it is no PNG, JPEG, WebP or plain SVG'],
    ['the picture a.svg was left out: it is no PNG, JPEG, WebP or plain SVG'],
  ]);
  expect([...media.keys()]).toEqual([]);
});
