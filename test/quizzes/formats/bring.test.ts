// Any file: which reader takes it, and how its questions are sorted.
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import { left, optionsDraft, read, typedDraft } from '../../../quizzes/formats/drafts.ts';
import type { Brought, Format } from '../../../quizzes/formats/format.ts';
import { counts, review } from '../../../quizzes/formats/review.ts';

const broughtBy = (format: string, change: Partial<Brought> = {}): Brought => ({
  format,
  entries: [left('row 1', 'Q', 'because')],
  remarks: [],
  media: new Map(),
  ...change,
});
const reader = (name: string, change: Partial<Brought> = {}, recognises = true): Format => ({
  name,
  recognises: () => recognises,
  read: () => broughtBy(name, change),
});
const file = { name: 'a.txt', bytes: new Uint8Array([65]) };

test('the first reader that finds questions takes the file', async () => {
  const readers = [reader('no', {}, false), reader('empty', { entries: [] }), reader('first'), reader('second')];
  expect(await bring(file, readers)).toEqual(broughtBy('first'));
});

test('a file that nobody can read is refused in words', async () => {
  expect(await bring(file, [])).toEqual({ refused: 'a.txt is in no format that is known here.' });
  expect(await bring({ ...file, bytes: new Uint8Array() })).toEqual({ refused: 'a.txt is empty.' });
  expect(await bring(file, [reader('Any', { entries: [] })])).toEqual({
    refused: 'a.txt looks like Any, but has no questions.',
  });
  expect(await bring(file, [reader('Any', { entries: [], remarks: ['Torn.'] })])).toEqual({ refused: 'Torn.' });
  expect(await bring({ ...file, bytes: new Uint8Array(101e6) })).toEqual({
    refused: 'a.txt has 101 MB, at most 100 MB can be read.',
  });
});

test.each<[string, Uint8Array | string, string]>([
  ['Word', zipSync({ 'word/document.xml': new Uint8Array(1) }), 'a Word document: open it, and paste its text.'],
  [
    'OpenDocument',
    zipSync({ 'content.xml': new Uint8Array(1) }),
    'an OpenDocument file: save a table as .xlsx, or paste the text of a document.',
  ],
  ['Anki', zipSync({ 'collection.anki2': new Uint8Array(1) }), 'an Anki deck: take it out as “Notes in Plain Text”.'],
  ['PDF', '%PDF-1.7', 'a PDF: open it, and paste its text.'],
  ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a picture: it belongs into a question.'],
  ['MP3', 'ID3\u0004', 'sound or film, not a quiz.'],
  [
    'R/exams',
    '<<echo=FALSE>>=\nx <- 1\n@\n\\begin{question}\nHow many?\n\\end{question}',
    'an exercise of R/exams, which has to be run: take it out as Moodle XML.',
  ],
])('%s is named, with what to do instead', async (_, content, is) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  expect(await bring({ name: 'a', bytes })).toEqual({ refused: `a is ${is}` });
});

test('a question that is told of twice, or not at all, is a fault of the reader', async () => {
  await expect(bring(file, [reader('Any', { found: 2 })])).rejects.toThrow('Any: 2 questions found, but 1 told of');
});

test('each question is taken, changed, to be finished or left, with its faults', () => {
  const whole = optionsDraft('Red?', [
    { text: 'yes', right: true },
    { text: 'no', right: false },
  ]);
  const rows = review(
    broughtBy('Any', {
      entries: [
        read('row 1', whole),
        read('row 2', whole, ['a change']),
        read('row 3', typedDraft('Who?', []), ['a change']),
        left('row 4', 'What?', 'a drawing'),
      ],
    }),
  );
  expect(rows.map(({ verdict, faults }) => ({ verdict, faults }))).toEqual([
    { verdict: 'taken', faults: [] },
    { verdict: 'changed', faults: [] },
    { verdict: 'draft', faults: [{ at: 'accepted', should: 'a list of 1 to 20 texts', is: '[]' }] },
    { verdict: 'left', faults: [] },
  ]);
  expect(counts(rows)).toEqual({ taken: 1, changed: 1, draft: 1, left: 1 });
});
