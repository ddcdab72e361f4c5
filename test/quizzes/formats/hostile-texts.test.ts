// Files that were made to hurt are neutralised or refused in words, and soon.
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gift } from '../../../quizzes/formats/gift.ts';
import { h5p } from '../../../quizzes/formats/h5p.ts';
import { moodleXml } from '../../../quizzes/formats/moodle-xml.ts';
import { plainText } from '../../../quizzes/formats/plain-text.ts';
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

test('files too long to hold questions for a room are refused in words', () => {
  const said = (reader: (typeof READERS)[number], content: string) => {
    const { entries, remarks } = reader.read(file(content));
    return [entries.length, ...remarks];
  };
  expect(said(plainText, '1. Which?\n'.repeat(60_001))).toEqual([
    0,
    'The file has more than 60,000 lines: divide it into several.',
  ]);
  expect(said(gift, `Which? {=a ~b} ${' '.repeat(6e6)}`)).toEqual([
    0,
    'The file has more than 6 MB of text: divide it into several.',
  ]);
  expect(said(moodleXml, `<quiz>${'<a/>'.repeat(200_000)}</quiz>`)).toEqual([
    0,
    'The file has more than 200,000 elements: the rest was left out.',
  ]);
  const items = Object.fromEntries(
    Array.from({ length: 3 }, (_, i) => [`${i}.xml`, bytes(`<assessmentItem>${'<a/>'.repeat(150_000)}</assessmentItem>`)]),
  );
  expect(qti.read(file(zipSync({ 'imsmanifest.xml': bytes('<manifest/>'), ...items }))).remarks).toEqual([
    'The package is too large: it was read up to 2.xml.',
    '1.xml has more than 49,999 elements: the rest was left out.',
  ]);
});

test('names lie: a notation of its own under the name .gift is not taken for GIFT', () => {
  const own = 'Which river is longest?\n+++ Nile\n+- Po\n\nWhich is shortest?\n+- Nile\n+++ Po\n';
  expect(READERS.filter((reader) => reader.recognises({ name: 'quiz.gift', bytes: bytes(own) }))).toEqual([]);
});

test('line ends of any system, tabs and Windows-1252 make no difference', () => {
  const text = '::U2 p1::Où est le café ?\t{\n\t~à gauche\n\t~=à droite\n}\n';
  const old = Uint8Array.from([...text.replaceAll('\n', '\r\n')], (one) => one.charCodeAt(0));
  const { entries, remarks } = gift.read(file(old));
  expect(entries).toEqual(gift.read(file(text)).entries);
  expect(entries).toMatchObject([{ draft: { text: 'Où est le café ?', options: ['à gauche', 'à droite'], right: 2 } }]);
  expect(remarks).toEqual(['The file is not UTF-8: it was read as Windows-1252. If letters look wrong, save it as UTF-8.']);
});
