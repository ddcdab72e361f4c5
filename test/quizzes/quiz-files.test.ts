// Quiz files as people have them: by their own editor, beside pictures with names of their own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readQuizFile, withOwnIds } from '../../quizzes/quiz-files.ts';
import { BEGINNINGS } from '../support/media-samples.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const quiz = (text: string, file?: string) =>
  JSON.stringify({
    title: 'T',
    language: 'de',
    questions: [{ kind: 'true-false', text, right: true, ...(file && { picture: { file, alt: 'x' } }) }],
  });

function written(name: string, bytes: string | Uint8Array, at = folder()): string {
  const file = join(at, name);
  writeFileSync(file, bytes);
  return file;
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

test.each<[string, Uint8Array, boolean]>([
  ['UTF-8', Buffer.from(quiz('Größe – 李雷?')), false],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${quiz('Größe – 李雷?')}`), false],
  ['UTF-16, as Notepad saves it', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(quiz('Größe – 李雷?'))]), false],
  ['UTF-16, big end first', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(quiz('Größe – 李雷?'))]).swap16(), false],
  ['UTF-16 without a mark', utf16(quiz('Größe – 李雷?')), false],
  ['Windows-1252', Buffer.from(quiz('Größe \x96 €?').replace('€', '\x80'), 'latin1'), true],
])('%s is read as it was written, and a guess is told', (_, bytes, isGuess) => {
  const read = readQuizFile(written('quiz.json', bytes));
  expect(read.quiz.questions[0]?.text).toBe(isGuess ? 'Größe – €?' : 'Größe – 李雷?');
  expect(read.remark ?? '').toMatch(isGuess ? /quiz\.json is not UTF-8: it was read as Windows-1252/ : /^$/);
});

test.each(['Foto (1).JPG', 'Größe.png', '写真.webp', "it's, 100% & more.png", 'a..b.svg', '.hidden.png', '🦊.png', '-x.png'])(
  'a picture may be called %s',
  (name) => {
    const at = folder();
    written(name, 'bytes', at);
    const { media } = readQuizFile(written('quiz.json', quiz('Which?', name), at));
    expect(new Set(media.values())).toEqual(new Set([join(at, name)]));
  },
);

test.each([
  '../a.png',
  'p/../../a.png',
  '/etc/a.png',
  'C:\\a.png',
  '..\\a.png',
  'https://a.example/a.png',
  'a.gif',
  '.png',
  'a\n.png',
])('no picture is %j', (name) =>
  expect(() => readQuizFile(written('quiz.json', quiz('Which?', name)))).toThrow(/question 1, picture file: should be/),
);

test.each([
  ['drawing.svg', 1_200_000, 'at most 1 MB, is 1.2 MB'],
  ['photo.jpg', 100_100_000, 'at most 100 MB, is 100.1 MB'],
])('%s of %i bytes is refused with its size', (name, bytes, words) => {
  const at = folder();
  written(name, new Uint8Array(bytes), at);
  expect(() => readQuizFile(written('quiz.json', quiz('Which?', name), at))).toThrow(
    `question 1, picture file: should be ${words}: ${name}`,
  );
});

const played = (fields: object) =>
  JSON.stringify({ title: 'T', language: 'de', questions: [{ kind: 'true-false', text: 'Which?', right: true, ...fields }] });

test('sound, video and picture get names that tell nothing, and phones a smaller picture', () => {
  const at = folder();
  for (const [name, bytes] of Object.entries({
    'robin.mp3': BEGINNINGS['audio/mpeg'],
    'fox.webm': BEGINNINGS['video/webm'],
    'fox.jpg': Buffer.from('a photo'),
  }))
    written(name, bytes, at);
  const read = (fields: object) => readQuizFile(written('quiz.json', played(fields), at));
  const still = read({ picture: { file: 'fox.jpg', alt: 'A fox' }, sound: { file: 'robin.mp3', alt: 'A song' } });
  const name = 'c8c1e9d3b3e2c0a1d2f3';
  const [large, small, song] = [...still.media.keys()] as [string, string, string];
  expect(still.quiz.questions[0]).toMatchObject({
    picture: { file: large, small, alt: 'A fox' },
    sound: { file: song, alt: 'A song' },
  });
  expect([large, small, song].map((one) => one.replace(/^[0-9a-f]{20}/, name))).toEqual([
    `${name}.webp`,
    `${name}-small.webp`,
    `${name}.mp3`,
  ]);
  expect([...still.media.values()]).toEqual(['fox.jpg', 'fox.jpg', 'robin.mp3'].map((file) => join(at, file)));
  const moving = read({ video: { file: 'fox.webm', alt: 'A fox runs' } });
  expect([...moving.media.values()]).toEqual([join(at, 'fox.webm')]);
});

test.each<[string, Uint8Array, string]>([
  ['a.mp3', Buffer.from('<script>'), 'what its name says (audio/mpeg), is of another kind: a.mp3'],
  ['a.wav', new Uint8Array(10_100_000), 'at most 10 MB, is 10.1 MB: a.wav'],
])('a sound %s that is none, or too large, is refused', (name, bytes, words) => {
  const at = folder();
  written(name, bytes, at);
  const file = written('quiz.json', played({ sound: { file: name, alt: 'x' } }), at);
  expect(() => readQuizFile(file)).toThrow(`question 1, sound file: should be ${words}`);
});

test('files of one name are quizzes of their own, the first of them under its name', () => {
  const files = ['science', 'science', 'other', 'science', 'science-2'].map((name) =>
    readQuizFile(written(`${name}.json`, quiz('Which?'))),
  );
  expect(withOwnIds(files).map(({ id }) => id)).toEqual(['science', 'science-2', 'other', 'science-3', 'science-2-2']);
});
