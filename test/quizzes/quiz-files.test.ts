// Quiz files as people have them: by their own editor, beside pictures with names of their own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readQuizFile, withOwnIds } from '../../quizzes/quiz-files.ts';

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
    const { pictures } = readQuizFile(written('quiz.json', quiz('Which?', name), at));
    expect([...pictures.values()]).toEqual([join(at, name)]);
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

test('files of one name are quizzes of their own, the first of them under its name', () => {
  const files = ['science', 'science', 'other', 'science', 'science-2'].map((name) =>
    readQuizFile(written(`${name}.json`, quiz('Which?'))),
  );
  expect(withOwnIds(files).map(({ id }) => id)).toEqual(['science', 'science-2', 'other', 'science-3', 'science-2-2']);
});
