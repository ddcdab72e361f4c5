import { expect, test } from 'vitest';
import type { Request } from '../../web/connection/requests.ts';
import { countsOf, leftOutOf, newQuizzes } from '../../web/host/library/bring/brought-rows.ts';
import { createBringing } from '../../web/host/library/bring/create-bringing.ts';
import type { BroughtFile, BroughtRow } from '../../web/ui/bringing-model.ts';

let bytes = 0;
const environment = { bytes: (count: number) => Uint8Array.from({ length: count }, () => bytes++ % 256) };

/** Remembers what it is asked, and saves it, but for what names `refused`. */
function library(refused?: string) {
  const asked: [action: string, fields: object][] = [];
  const ask: Request = async (action, fields) => {
    asked.push([action, fields]);
    if (refused && JSON.stringify(fields).includes(refused)) return undefined;
    return { type: 'saved', quiz: 'q', version: 1, savedAt: 0 };
  };
  return { ask, asked };
}

const text = (name: string, content: string) => ({ name, bytes: new TextEncoder().encode(content) });
const PERU = text('peru.txt', '1. The capital of Peru?\n*A) Lima\nB) Quito\n\n2. The capital of Chile?\nA) Lima\nB) Santiago\n');
const CHILE = text('chile.txt', '1. Chile?\n*A) Santiago\nB) Lima\n');

function reviewing(refused?: string) {
  const { ask, asked } = library(refused);
  const edited: unknown[] = [];
  const bringing = createBringing(ask, 'key', environment, (...quiz) => edited.push(quiz));
  const state = () => bringing.state.value;
  const rows = (file = 0): readonly BroughtRow[] => {
    const at = state();
    return at?.step === 'review' ? (at.files[file]?.rows ?? []) : [];
  };
  return { bringing, asked, edited, state, rows };
}

test('every question of a file is in the review once, with what is missing in words, and can be mended or left out', async () => {
  const { bringing, rows } = reviewing();
  bringing.open();
  await bringing.read([PERU]);
  expect(rows().map(({ verdict, text, answer, notes }) => ({ verdict, text, answer, notes }))).toEqual([
    { verdict: 'taken', text: 'The capital of Peru?', answer: 'Lima', notes: [] },
    { verdict: 'draft', text: 'The capital of Chile?', answer: undefined, notes: ['Mark what is right'] },
  ]);
  await bringing.mend([0, 1], { ...rows()[1]?.draft, right: 2 });
  expect([rows()[1]?.verdict, rows()[1]?.answer, countsOf(rows())]).toEqual([
    'mended',
    'Santiago',
    { taken: 2, changed: 0, draft: 0, left: 0 },
  ]);
  bringing.take([0, 0], false);
  expect(countsOf(rows())).toEqual({ taken: 1, changed: 0, draft: 0, left: 1 });
});

test('what no quiz could take can be kept in a file, until somebody mends it', async () => {
  const { bringing, state, rows } = reviewing();
  bringing.open();
  const long = 'Say why. '.repeat(100).trim();
  await bringing.read([text('why.csv', `Question,Type,Answer 1,Answer 2,Right\nPeru?,,Lima,Quito,1\n"${long}",Essay,,,\n`)]);
  const leftOut = () => {
    const at = state();
    return at?.step === 'review' ? at.files.flatMap(leftOutOf) : [];
  };
  const reason = '“Essay” is a kind of question that we do not have';
  expect(leftOut()).toEqual([{ at: 'row 3', reason, text: expect.stringContaining(long) }]);
  await bringing.mend([0, 1], { ...rows()[0]?.draft });
  expect(leftOut()).toEqual([]);
});

test('another file is read into the same review; one that cannot be read says why beside it', async () => {
  const { bringing, rows, state } = reviewing();
  bringing.open();
  await bringing.read([PERU]);
  await bringing.read([CHILE, text('empty.txt', '')]);
  expect([rows(0).length, rows(1).length]).toEqual([2, 1]);
  expect(state()).toMatchObject({ step: 'review', refused: [{ name: 'empty.txt', reason: 'empty.txt is empty.' }] });
});

test('a new quiz lies in the bin until all of it is there', async () => {
  const { bringing, asked, edited } = reviewing();
  bringing.open();
  await bringing.read([PERU]);
  await bringing.save();
  const quiz = expect.any(String);
  expect(asked).toMatchObject([
    ['saveQuiz', { quiz, title: 'peru', version: 1, order: [] }],
    ['binQuiz', { binned: true }],
    ['saveQuestion', { version: 1, draft: { text: 'The capital of Peru?' } }],
    ['saveQuestion', { version: 1, draft: { text: 'The capital of Chile?' } }],
    ['saveQuiz', { version: 2, order: [expect.any(String), expect.any(String)] }],
    ['binQuiz', { binned: false }],
  ]);
  expect(edited).toEqual([[quiz]]);
});

test('what is given up in the middle stays in the bin, and nothing is opened', async () => {
  const { bringing, asked, edited } = reviewing();
  bringing.open();
  await bringing.read([PERU]);
  const saving = bringing.save();
  bringing.close();
  await saving;
  expect(asked.filter(([action, fields]) => action === 'binQuiz' && !('binned' in fields && fields.binned))).toEqual([]);
  expect([edited, bringing.state.value]).toEqual([[], undefined]);
});

test('where a question is not saved the quiz stays in the bin, and the review is there to try again', async () => {
  const { bringing, asked, edited, state, rows } = reviewing('Chile');
  bringing.open();
  await bringing.read([PERU]);
  await bringing.save();
  expect(asked.map(([action]) => action)).toEqual(['saveQuiz', 'binQuiz', 'saveQuestion', 'saveQuestion']);
  expect([edited, rows().length]).toEqual([[], 2]);
  expect(state()).toMatchObject({ refused: [{ reason: 'peru could not be saved. Nothing here is lost: try again.' }] });
});

test('into a quiz that is there, or that is open, questions go by its editor', async () => {
  const { bringing, asked, edited } = reviewing();
  bringing.open();
  await bringing.read([CHILE]);
  const quiz = { id: 'there', title: 'There', language: 'en', questions: 3, savedAt: 0 };
  bringing.sendTo({ to: 'own', quiz });
  await bringing.save();
  const chile = { kind: 'choice', text: 'Chile?', options: ['Santiago', 'Lima'], right: 1 };
  expect(edited).toEqual([['there', [chile]]]);
  const added: unknown[] = [];
  bringing.open((drafts) => added.push(...drafts));
  await bringing.read([CHILE]);
  await bringing.save();
  expect(added).toEqual([chile]);
  expect(asked.map(([action]) => action)).toEqual(['library']);
});

test('more questions than a quiz may have become several quizzes, and none is lost', () => {
  const row = (i: number): BroughtRow => ({
    at: `row ${i}`,
    verdict: 'taken',
    text: `${i}`,
    notes: [],
    draft: { text: `${i}` },
    isTaken: true,
  });
  const rows = Array.from({ length: 450 }, (_, i) => row(i));
  const file: BroughtFile = { name: 'a', format: '', title: 'Many', language: 'en', remarks: [], rows, media: new Map() };
  const made = newQuizzes([file], { to: 'new', isOne: false, title: '' });
  expect(made.map(({ title, questions }) => [title, questions.length])).toEqual([
    ['Many (1)', 200],
    ['Many (2)', 200],
    ['Many (3)', 50],
  ]);
  expect(made.flatMap(({ questions }) => questions)).toEqual(rows.map(({ draft }) => draft));
});
