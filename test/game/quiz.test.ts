import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuiz, quizFaultLine } from '../../game/quiz/quiz.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { quizJsonSchema, SCHEMA_FILE } from '../../quizzes/write-schema.ts';

const QUIZZES = join(import.meta.dirname, '..', '..', 'quizzes');
const good = { kind: 'choice', text: 'Which?', options: ['a', 'b'], right: 1 };
const quiz = (...questions: unknown[]) => ({ title: 'T', language: 'en', questions });
const faults = (json: unknown) => {
  const parsed = parseQuiz(json);
  return 'faults' in parsed ? parsed.faults.map(quizFaultLine) : [];
};

test('Q2 what is left out has its default', () => {
  expect(parseQuiz(quiz(good))).toEqual({
    quiz: { title: 'T', language: 'en', questions: [{ ...good, seconds: 20, points: 1000, reading: 5 }] },
  });
});

test('Q4 every fault of a file is told at once, with its place, what would be right and what is there', () => {
  const json = {
    title: '',
    language: 'english!',
    questions: [
      { kind: 'choice', text: '', options: ['a', 'a'], right: 3, seconds: 3, foo: 1 },
      { kind: 'quiz' },
      { kind: 'true-false', text: 'Yes?', right: 'yes', points: 500 },
      { kind: 'several', text: 'Which?', options: ['1', '2'], right: [3, 3], reading: 0.5 },
      { kind: 'choice', text: 'Which?', options: ['a'], right: 1, picture: { file: 'https://elsewhere.example/a.png', alt: '' } },
    ],
  };
  expect(faults(json)).toEqual([
    'title: should be a text of 1 to 80 characters, is ""',
    'language: should be a language tag such as en or pt-BR, is "english!"',
    'question 1, text: should be a text of 1 to 300 characters, is ""',
    'question 1, seconds: should be a whole number from 5 to 240, is 3',
    'question 1, foo: should be left out (no such field), is there',
    'question 1, options: should be options that all differ, is ["a","a"]',
    'question 1, right: should be an option’s number, from 1 to 2, is 3',
    'question 2, kind: should be a kind of question: choice, several, true-false, poll, typed, is "quiz"',
    'question 3, points: should be 0, 1000 or 2000, is 500',
    'question 3, right: should be true or false, is "yes"',
    'question 4, reading: should be a whole number from 1 to 60, is 0.5',
    'question 4, right: should be numbers from 1 to 2, is [3,3]',
    'question 4, right: should be numbers that all differ, is [3,3]',
    'question 5, picture file: should be the path of an .svg, .png, .jpg or .webp file beside the quiz (no address, no folder above it), is "https://elsewhere.example/a.png"',
    'question 5, picture alt: should be a text of 1 to 200 characters, is ""',
    'question 5, options: should be a list of 2 to 6 texts, is ["a"]',
  ]);
});

describe('Q1, Q2 bounds are what they say', () => {
  test.each([
    ['a title of 80 characters', { ...quiz(good), title: 'x'.repeat(80) }, []],
    ['a title of 81', { ...quiz(good), title: 'x'.repeat(81) }, ['title']],
    ['no title', { language: 'en', questions: [good] }, ['title']],
    ['no questions', quiz(), ['questions']],
    ['201 questions', quiz(...Array(201).fill(good)), ['questions']],
    ['5 and 240 seconds', quiz({ ...good, seconds: 5 }, { ...good, seconds: 240 }), []],
    [
      '4 and 241 seconds',
      quiz({ ...good, seconds: 4 }, { ...good, seconds: 241 }),
      ['question 1, seconds', 'question 2, seconds'],
    ],
    ['a picture in a folder above', quiz({ ...good, picture: { file: '../a.png', alt: 'x' } }), ['question 1, picture file']],
    ['a picture in a folder below', quiz({ ...good, picture: { file: 'p/a.png', alt: 'x' } }), []],
    ['a list', [], ['title', 'language', 'questions']],
    ['nothing', null, ['the file']],
  ])('%s', (_, json, places) => expect(faults(json).map((line) => line.split(':')[0])).toEqual(places));
});

test('Q4 whatever the file holds, it is a quiz or a list of faults', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const parsed = parseQuiz({ ...quiz(json), title: json });
      expect('faults' in parsed ? parsed.faults.length > 0 : 'quiz' in parsed).toBe(true);
    }),
  );
});

describe('the sample quizzes work as they are, with their pictures', () => {
  const files = readdirSync(QUIZZES).filter((name) => name.endsWith('.json') && !name.includes('schema'));
  test.each(files)('%s', (name) => {
    const { quiz: sample, media } = readQuizFile(join(QUIZZES, name));
    const shown = new Set(
      sample.questions.flatMap(({ picture }) => (picture ? [picture.file, picture.small ?? picture.file] : [])),
    );
    expect([...media.keys()].sort()).toEqual([...shown].sort());
    expect(sample.questions.length).toBeGreaterThanOrEqual(8);
  });
  test('there are at least three', () => expect(files.length).toBeGreaterThanOrEqual(3));
});

test('the published JSON Schema is the one that the definition gives: npm run schema', () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(quizJsonSchema());
});
