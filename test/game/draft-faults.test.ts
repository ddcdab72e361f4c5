import { expect, test } from 'vitest';
import { faultsOf } from '../../game/quiz/quiz.ts';

const GOOD = { kind: 'choice', text: 'Who?', options: ['Ann', 'Ben'], right: 1 };

test('a question without faults has none', () => {
  expect(faultsOf(GOOD)).toEqual([]);
});

test('each fault names its field, and its place in a list', () => {
  const { text: _, ...rest } = GOOD;
  expect(faultsOf({ ...rest, options: ['Ann', ''], picture: { file: 'a.png' } })).toEqual([
    { field: 'text', should: 'given' },
    { field: 'picture', part: 'alt', should: 'given' },
    { field: 'options', part: 1, should: 'a text of 1 to 150 characters' },
  ]);
});

test('faults between fields come with it once the fields are good', () => {
  expect(faultsOf({ ...GOOD, options: ['Ann', 'Ann'], right: 3 })).toEqual([
    { field: 'options', should: 'options that all differ' },
    { field: 'right', should: 'an option’s number, from 1 to 2' },
  ]);
  expect(faultsOf({ ...GOOD, right: 3, text: '' })).toEqual([
    { field: 'text', should: 'a text of 1 to 300 characters' },
    { field: 'right', should: 'an option’s number, from 1 to 2' },
  ]);
});

test('no kind, or one that we do not have', () => {
  expect(faultsOf({}).map(({ field }) => field)).toEqual(['kind']);
  expect(faultsOf({ kind: 'riddle' }).map(({ field }) => field)).toEqual(['kind']);
});
