// npm run import: files of other programs become quizzes that can be played.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { FILES } from './formats/table-fixtures.ts';
import { dropped, fileNames } from './formats/text-files.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'quizcast-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

function run(at: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../../quizzes/import.ts'), ...options],
    {
      cwd: at,
      encoding: 'utf8',
    },
  );
  return { status, out: stdout.trim().split('\n'), err: stderr };
}

const GOOD = 'Frage;Antwort A;Antwort B;Richtige Antwort\nWas ist das und wo ist es?;ein Haus;der See;B\nWie viele?;1,5;2,5;A\n';
const MIXED =
  'Question Text,Question Type,Option 1,Option 2,Correct Answer,Time in seconds\nUp?,Multiple Choice,sky,floor,1,300\nDraw,Draw,,,,60\nDown?,Multiple Choice,sky,floor,,20\n';

test('a file that is taken whole becomes a quiz; nothing is overwritten', () => {
  const at = folder();
  writeFileSync(join(at, 'haus.csv'), GOOD);
  const line = 'haus.csv: Table, 2 questions: 2 taken, 0 changed, 0 to finish, 0 left out';
  const guess = '  The file does not say its language: taken for German, by its words.';
  expect(run(at, 'haus.csv')).toEqual({ status: 0, out: [line, guess], err: '' });
  expect(readdirSync(at)).toEqual(['haus.csv']);
  expect(run(at, 'haus.csv', '--out', 'o')).toEqual({ status: 0, out: [line, guess, '  → o/haus.json'], err: '' });
  expect(run(at, 'haus.csv', '--out', 'o', '--language', 'de-AT')).toEqual({
    status: 0,
    out: [line, '  → o/haus-2.json'],
    err: '',
  });
  const { quiz } = readQuizFile(join(at, 'o/haus.json'));
  expect({ ...quiz, questions: quiz.questions.map(({ text }) => text) }).toEqual({
    title: 'haus',
    language: 'de',
    questions: ['Was ist das und wo ist es?', 'Wie viele?'],
  });
});

test('what is changed, to finish or left out is said with its place, and ends with 1', () => {
  const at = folder();
  writeFileSync(join(at, 'mixed.csv'), MIXED);
  expect(run(at, 'mixed.csv', 'nowhere.csv', '--out', 'o', '--language', 'en')).toEqual({
    status: 1,
    out: [
      'mixed.csv: Wayground (Quizizz), 3 questions: 0 taken, 1 changed, 1 to finish, 1 left out',
      '  row 2, changed: 300 s to answer became 240 s: Up?',
      '  row 3, left out: “Draw” is a kind of question that we do not have: Draw | Draw | 60',
      '  row 4, to finish: right: should be given, is missing: Down?',
      '  → o/mixed.json',
      '  → o/mixed.to-finish.json',
      '  → o/mixed.left-out.json',
      'nowhere.csv: There is no such file, or it cannot be read.',
    ],
    err: '',
  });
  expect(JSON.parse(readFileSync(join(at, 'o/mixed.left-out.json'), 'utf8'))).toEqual({
    leftOut: [{ at: 'row 3', reason: '“Draw” is a kind of question that we do not have', text: 'Draw | Draw | 60' }],
  });
});

/** Of every format: texts, packages, tables and lists. */
const THIRTY = [...fileNames().map((name) => dropped(name).bytes), ...FILES].slice(0, 30);

test('a folder of thirty files, told as JSON: every question once, every quiz playable', () => {
  const at = folder();
  mkdirSync(join(at, 'in'));
  for (const [i, bytes] of THIRTY.entries()) writeFileSync(join(at, 'in', `file-${i + 10}.bin`), bytes);
  const { status, out } = run(at, 'in', '--out', 'out', '--json');
  const reports: { taken: number; changed: number; draft: number; left: number; questions: unknown[]; written: string[] }[] =
    JSON.parse(out.join('\n'));
  expect([status, reports.length]).toEqual([1, 30]);
  for (const { taken, changed, draft, left, questions } of reports) expect(taken + changed + draft + left).toBe(questions.length);
  const quizzes = reports.flatMap(({ written }) => written).filter((path) => !/to-finish|left-out/.test(path));
  const played = quizzes.map((path) => readQuizFile(join(at, path)).quiz.questions.length);
  expect(played.reduce((sum, count) => sum + count, 0)).toBe(
    reports.reduce((sum, { taken, changed }) => sum + taken + changed, 0),
  );
});

test('without files it says how it is used', () => {
  const { status, out } = run(folder());
  expect([status, out[0]]).toEqual([2, 'npm run import -- FILE… [--out DIR] [--language TAG] [--json]']);
});
