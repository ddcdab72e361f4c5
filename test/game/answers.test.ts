// Answers as text: what they mean.
import { describe, expect, test } from 'vitest';
import { answerInWords, creditsOf, withOutcome } from '../../game/quiz/questions/asked.ts';
import type { Question } from '../../game/quiz/questions/index.ts';
import { quizOf } from './samples.ts';

const question = (fields: object): Question => {
  const [first] = quizOf({ text: 'Which?', ...fields }).questions;
  if (!first) throw new Error('no question');
  return first;
};
const EN = { language: 'en' };
const several = question({ kind: 'several', options: ['a', 'b', 'c'], right: [3, 1] });
const trueFalse = question({ kind: 'true-false', right: true });

const NO_ANSWERS = [
  '1,1',
  '2,1',
  '1,2,2',
  '4',
  '1,4',
  '0',
  '7',
  '1,',
  ',1',
  '1,,2',
  '1 ',
  ' 1',
  '+1',
  '01',
  'x1',
  '1x',
  '12',
  '-1',
  '',
  'a',
];

describe('an answer names existing options, each once, in ascending order', () => {
  test.each(NO_ANSWERS)('%j does not', (text) => {
    expect([creditsOf(several, EN, [text]), answerInWords(several, EN, text)]).toEqual([[0], '']);
    expect(withOutcome(several, EN, [text], { bytes: 1500 }).outcome).toMatchObject({ summary: [0, 0, 0], answers: 1, right: 0 });
  });
});

test('a true-or-false question takes one of its two options', () => {
  expect(creditsOf(trueFalse, EN, ['1', '2', '1,2', '3', ''])).toEqual([1, 0, 0, 0, 0]);
  expect(['1', '2', '3'].map((text) => answerInWords(trueFalse, EN, text))).toEqual(['True', 'False', '']);
});

test('the solution lists its options in ascending order', () => {
  const kinds = [several, trueFalse, question({ kind: 'true-false', right: false })];
  expect(kinds.map((one) => withOutcome(one, EN, [], { bytes: 1500 }).outcome?.solution)).toEqual([
    { right: [1, 3], partial: false },
    { right: [1] },
    { right: [2] },
  ]);
});

test('several right answers without partial credit: the right ones, all of them and no other', () => {
  expect(creditsOf(several, EN, ['1,3', '1', '3', '1,2', '2,3', '1,2,3'])).toEqual([1, 0, 0, 0, 0, 0]);
});
