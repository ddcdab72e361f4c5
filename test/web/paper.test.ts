// Quizzes on paper: two versions, one set of right answers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuiz } from '../../game/quiz/quiz.ts';
import { versionOrder } from '../../web/export/paper/version-order.ts';
import { keyOf, reordered } from '../../web/questions/printed.tsx';

const parsed = parseQuiz({
  title: 'Any',
  language: 'en',
  questions: [
    { kind: 'choice', text: 'Which?', options: ['a', 'b', 'c', 'd'], right: 2 },
    { kind: 'several', text: 'Which of them?', options: ['a', 'b', 'c', 'd'], right: [1, 4] },
    { kind: 'true-false', text: 'Is it?', right: false },
    { kind: 'typed', text: 'Who?', accepted: ['I', 'you'] },
    { kind: 'poll', text: 'Where to?', options: ['here', 'there'] },
  ],
});
const questions = 'quiz' in parsed ? parsed.quiz.questions : [];

test('a key says what is right in letters or words', () => {
  expect(questions.map(keyOf)).toEqual(['B', 'A, D', 'False', 'I / you', '']);
});

test('what is right follows its option into another order', () => {
  expect(
    questions.map((question) => reordered(question, (count) => Array.from({ length: count }, (_, i) => count - 1 - i))),
  ).toEqual([
    { ...questions[0], options: ['d', 'c', 'b', 'a'], right: 3 },
    { ...questions[1], options: ['d', 'c', 'b', 'a'], right: [4, 1] },
    questions[2],
    questions[3],
    { ...questions[4], options: ['there', 'here'] },
  ]);
});

test('versions order all options, the same each time, and none stays in its place from A to B', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 6 }), (text, count) => {
      const [a, b] = [versionOrder('A', text)(count), versionOrder('B', text)(count)];
      const all = Array.from({ length: count }, (_, i) => i);
      expect([a.toSorted(), b.toSorted(), versionOrder('A', text)(count)]).toEqual([all, all, a]);
      expect(all.filter((i) => a[i] === b[i])).toEqual([]);
    }),
  );
});
