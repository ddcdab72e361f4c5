// Answers as text: what they mean.
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../game/quiz/questions/index.ts';
import type { Question } from '../../game/quiz/quiz.ts';
import { quizOf } from './samples.ts';

const question = (fields: object): Question => {
  const [first] = quizOf({ text: 'Which?', ...fields }).questions;
  if (!first) throw new Error('no question');
  return first;
};
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
    const kind = kindOf(several);
    expect([kind.credit!(several, text), kind.distribution(several, [text]), kind.describe(several, text)]).toEqual([
      undefined,
      [0, 0, 0],
      '',
    ]);
  });
});

test('a true-or-false question takes one of its two options', () => {
  const kind = kindOf(trueFalse);
  const answers = ['1', '2', '1,2', '3', ''];
  expect(answers.map((text) => kind.credit!(trueFalse, text))).toEqual([1, 0, undefined, undefined, undefined]);
  expect(['1', '2', '3'].map((text) => kind.describe(trueFalse, text))).toEqual(['True', 'False', '']);
});

test('the solution lists its options in ascending order', () => {
  const kinds = [several, trueFalse, question({ kind: 'true-false', right: false })];
  expect(kinds.map((one) => kindOf(one).solution(one))).toEqual([{ right: [1, 3] }, { right: [1] }, { right: [2] }]);
});

test('several right answers without partial credit: the right ones, all of them and no other', () => {
  const answers = ['1,3', '1', '3', '1,2', '2,3', '1,2,3'];
  expect(answers.map((text) => kindOf(several).credit!(several, text))).toEqual([1, 0, 0, 0, 0, 0]);
});
