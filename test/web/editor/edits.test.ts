import { expect, test } from 'vitest';
import { applyChange, type EditedQuiz } from '../../../web/editor/model/edited-quiz.ts';
import {
  addQuestions,
  duplicateQuestions,
  moveQuestions,
  nudgeQuestions,
  removeQuestions,
  setField,
} from '../../../web/editor/model/edits.ts';
import { mergeOrders } from '../../../web/editor/model/merge-headings.ts';

const quizOf = (order: string): EditedQuiz => ({
  heading: { title: 'T', language: 'en', order: [...order] },
  drafts: new Map([...order].map((id) => [id, { text: id }])),
});
const QUIZ = quizOf('abcdef');
const orderAfter = (change: Parameters<typeof applyChange>[1], quiz = QUIZ) => applyChange(quiz, change).heading.order.join('');
const ids = (text: string) => new Set(text);

test('questions are added behind one, or at the end', () => {
  const added = new Map([['x', {}]]);
  expect(orderAfter(addQuestions(QUIZ, added, 'b'))).toBe('abxcdef');
  expect(orderAfter(addQuestions(QUIZ, added))).toBe('abcdefx');
});

test('several are removed, duplicated and moved together, and keep their order', () => {
  const names = [...'xy'].values();
  const copies = duplicateQuestions(QUIZ, ids('db'), () => names.next().value ?? '');
  expect(orderAfter(removeQuestions(QUIZ, ids('bd')))).toBe('acef');
  expect(orderAfter(copies)).toBe('abcdxyef');
  expect([...(copies.drafts ?? [])]).toEqual([
    ['x', { text: 'b' }],
    ['y', { text: 'd' }],
  ]);
  expect(orderAfter(moveQuestions(QUIZ, ids('eb'), 'd'))).toBe('acdbef');
  expect(orderAfter(moveQuestions(QUIZ, ids('eb'), undefined))).toBe('beacdf');
  expect(orderAfter(moveQuestions(QUIZ, ids('bc'), 'c'))).toBe('abcdef');
});

test('one place up or down gathers those that are moved, and ends at the ends', () => {
  expect(orderAfter(nudgeQuestions(QUIZ, ids('c'), -1))).toBe('acbdef');
  expect(orderAfter(nudgeQuestions(QUIZ, ids('c'), 1))).toBe('abdcef');
  expect(orderAfter(nudgeQuestions(QUIZ, ids('a'), -1))).toBe('abcdef');
  expect(orderAfter(nudgeQuestions(QUIZ, ids('f'), 1))).toBe('abcdef');
  expect(orderAfter(nudgeQuestions(QUIZ, ids('bd'), 1))).toBe('acebdf');
});

test('a field without a value is left out', () => {
  expect([...(setField(QUIZ, 'a', 'text', undefined).drafts ?? [])]).toEqual([['a', {}]]);
});

test('of two orders nothing that either added is missing, and nothing that either removed is there', () => {
  expect(mergeOrders([...'abc'], [...'abxc'], [...'aybc']).join('')).toBe('aybxc');
  expect(mergeOrders([...'abc'], [...'ac'], [...'abcy']).join('')).toBe('acy');
  expect(mergeOrders([...'abc'], [...'cab'], [...'abyc']).join('')).toBe('caby');
  expect(mergeOrders([...'abc'], [...'abc'], [...'ac'], new Set('b')).join('')).toBe('abc');
});

test.each([
  ['two move different questions: both moves hold', 'abcdef', 'bcdefa', 'afbcde', 'fbcdea'],
  ['two move the same question: the later one holds', 'abcd', 'bacd', 'bcad', 'bacd'],
  ['one moves, the other adds and removes', 'abcd', 'dabc', 'axcd', 'daxc'],
  ['a block is moved, and a question within it elsewhere', 'abcdef', 'defabc', 'abcdfe', 'dfabce'],
  ['both move alike', 'abcd', 'dabc', 'dabc', 'dabc'],
])('of two orders, %s', (_, base, mine, theirs, merged) => {
  expect(mergeOrders([...base], [...mine], [...theirs]).join('')).toBe(merged);
});
