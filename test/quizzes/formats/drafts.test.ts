import { expect, test } from 'vitest';
import { left, optionsDraft, pollDraft, read, trueFalseDraft, typedDraft } from '../../../quizzes/formats/drafts.ts';
import type { Brought, DroppedFile, Format } from '../../../quizzes/formats/format.ts';

const found = (...texts: string[]) => texts.map((text) => ({ text: text.replace('*', ''), right: text.startsWith('*') }));

test('one right option makes a choice, several make several', () => {
  expect(optionsDraft('Which?', found('a', '*b'))).toEqual({ kind: 'choice', text: 'Which?', options: ['a', 'b'], right: 2 });
  expect(optionsDraft('Which?', found('*a', '*b'), { partial: true })).toEqual({
    kind: 'several',
    text: 'Which?',
    options: ['a', 'b'],
    right: [1, 2],
    partial: true,
  });
  expect(optionsDraft('Which?', found('*a', 'b'), { several: true })).toMatchObject({ kind: 'several', right: [1] });
});

test('without a right answer the draft has none', () => {
  expect(optionsDraft('Which?', found('a', 'b'))).toEqual({ kind: 'choice', text: 'Which?', options: ['a', 'b'] });
  expect(trueFalseDraft('So?', undefined)).toEqual({ kind: 'true-false', text: 'So?' });
});

test('fields that the file does not give are not there', () => {
  expect(typedDraft('Who?', ['I'], { seconds: 30, explanation: undefined })).toEqual({
    kind: 'typed',
    text: 'Who?',
    accepted: ['I'],
    seconds: 30,
  });
  expect(pollDraft('Where?', ['here'], { several: true })).toEqual({
    kind: 'poll',
    text: 'Where?',
    options: ['here'],
    several: true,
  });
});

test('what is left out stands in one line of at most 200 characters', () => {
  expect(left('line 3', ' much\n\ntext ', 'an essay')).toEqual({
    outcome: 'left',
    at: 'line 3',
    text: 'much text',
    reason: 'an essay',
  });
  expect(left('line 3', 'x'.repeat(1e6), 'long')).toMatchObject({ text: `${'x'.repeat(199)}…` });
});

test('a format reads a file into entries', () => {
  const all: Format = {
    name: 'All',
    recognises: ({ bytes }: DroppedFile) => bytes.length > 0,
    read: (): Brought => ({ format: 'All', entries: [read('item 1', typedDraft('', []))], remarks: [], media: new Map() }),
  };
  expect(all.read({ name: 'a', bytes: new Uint8Array(1) }).entries).toEqual([
    { outcome: 'read', at: 'item 1', draft: { kind: 'typed', text: '', accepted: [] }, changes: [] },
  ]);
});
