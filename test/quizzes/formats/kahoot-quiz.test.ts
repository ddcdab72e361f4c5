// Kahoot's template as people fill it in: what of it trips readers.
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';
import { type FixtureCell, workbookOf } from './spreadsheet.ts';

const HEADER = [
  null,
  'Question - max 120 characters',
  'Answer 1 - max 75 characters',
  'Answer 2 - max 75 characters',
  'Answer 3 - max 75 characters',
  'Answer 4 - max 75 characters',
  'Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs',
  'Correct answer(s) - choose at least one',
];

const template = (rows: readonly FixtureCell[][], title: FixtureCell = null, head: readonly FixtureCell[] = HEADER) => [
  [],
  [null, 'Quiz template', title],
  [null, 'Add questions, at least two answers and choose the time'],
  [null, { error: '#NAME?' }],
  [],
  [],
  [],
  head,
  ...rows,
  // A hundred numbered rows, most of them empty.
  ...Array.from({ length: 100 - rows.length }, (_, i) => [rows.length + i + 1, ...Array.from({ length: 25 }, () => null)]),
];

const picture = { row: 2, bytes: new Uint8Array([137, 80, 78, 71]), alt: 'logo' };

test('title, questions and right answers come as they were typed', async () => {
  const rows: FixtureCell[][] = [
    [1, 'Which of these rivers ends in the Black Sea?', 'Danube', 'Rhine', 'Elbe', 'Loire', 20, 1],
    [2, 'How many legs has a spider?', 6, 8, 10, 2006, 60, '2'],
    [3, 'Which are even?', { inline: 'สอง' }, { rich: ['fo', 'ur'] }, 'seven', 'eight', 30, '1,2,4'],
    [4, 'Bats are birds.', true, false, null, null, 10, 2],
    [5, 'Which word?', { formula: '"a"&"b"', value: 'ab' }, '=1+1', null, 'c', 5, '4'],
  ];
  const brought = await broughtFrom('k.xlsx', workbookOf({ name: 'Sheet1', rows: template(rows, 'Seas and legs'), picture }));
  expect({ ...brought, entries: lines(brought) }).toEqual({
    format: 'Kahoot quiz',
    title: 'Seas and legs',
    found: 5,
    entries: [
      'row 9: choice "Which of these rivers ends in the Black Sea?" options ["Danube","Rhine","Elbe","Loire"] right 1 seconds 20',
      'row 10: choice "How many legs has a spider?" options ["6","8","10","2006"] right 2 seconds 60',
      'row 11: several "Which are even?" options ["สอง","four","seven","eight"] right [1,2,4] seconds 30',
      'row 12: choice "Bats are birds." options ["TRUE","FALSE"] right 2 seconds 10',
      'row 13: choice "Which word?" options ["ab","=1+1","c"] right 3 seconds 5',
    ],
    remarks: [],
    media: new Map(),
  });
});

test('what a spreadsheet made of an entry is undone, or told', async () => {
  const rows: FixtureCell[][] = [
    [1, 'Decimal commas', 'a', 'b', 'c', 'd', 20, 1.3],
    [2, 'A date', { date: 45_000 }, 'b', null, null, 20, 2],
    [3, 'Too long', 'a', 'b', null, null, 300, 1],
    [4, 'None right', 'a', 'b', null, null, 20, null],
    [5, 'Right is empty', 'a', 'b', null, null, 20, 3],
    [6, 'Right is beyond', 'a', 'b', 'c', 'd', 20, '1;5'],
    [7, null, 'a', 'b', null, null, 20, 1],
    [8, 'No answers', null, null, null, null, 20, 1],
    [9, 'Twice', 'a', 'b', 'a', null, 20, 2],
  ];
  const brought = await broughtFrom('k.xlsx', workbookOf({ name: 'Sheet1', rows: template(rows) }));
  expect(lines(brought)).toEqual([
    'row 9: several "Decimal commas" options ["a","b","c","d"] right [1,3] seconds 20; right answer 1.3 was read as 1 and 3',
    'row 10: choice "A date" options ["2023-03-15","b"] right 2 seconds 20; the spreadsheet made a date of a cell',
    'row 11: choice "Too long" options ["a","b"] right 1 seconds 240; 300 s to answer became 240 s',
    'row 12: choice "None right" options ["a","b"] seconds 20',
    'row 13: choice "Right is empty" options ["a","b"] seconds 20; answer 3 was marked right, but is empty',
    'row 14: choice "Right is beyond" options ["a","b","c","d"] right 1 seconds 20; answer 5 was marked right, but there is none',
    'row 15: choice "" options ["a","b"] right 1 seconds 20',
    'row 16: choice "No answers" options [] seconds 20; answer 1 was marked right, but is empty',
    'row 17: choice "Twice" options ["a","b"] right 2 seconds 20; answer 3 says the same as answer 1: left out',
  ]);
});

test('a column of ones was perhaps never filled in', async () => {
  const rows = ['A', 'B', 'C', 'D', 'E'].map((text, i): FixtureCell[] => [i + 1, text, 'x', 'y', null, null, 20, 1]);
  const { remarks } = await broughtFrom('k.xlsx', workbookOf({ name: 'Sheet1', rows: template(rows) }));
  expect(remarks).toEqual(['Every right answer is option 1: is that so?']);
});

test('pictures on the row of a question come along', async () => {
  const rows: FixtureCell[][] = [
    [1, 'Which hill?', 'a', 'b', null, null, 20, 1],
    [2, 'Which lake?', 'a', 'b', null, null, 20, 1],
  ];
  const book = workbookOf({ name: 'Sheet1', rows: template(rows), picture: { ...picture, row: 10, alt: 'A lake' } });
  const brought = await broughtFrom('k.xlsx', book);
  expect(brought.media).toEqual(new Map([['picture-1.png', picture.bytes]]));
  expect(lines(brought)[1]).toBe(
    'row 10: choice "Which lake?" options ["a","b"] right 1 picture {"file":"picture-1.png","alt":"A lake"} seconds 20',
  );
});

test('columns are found by name: swapped, moved and in the first row', async () => {
  const head = ['Correct answer(s)', 'Time limit (sec)', 'Question', 'Answer 2', 'Answer 1'];
  const rows = [head, ['2', 30, 'Left or right?', 'right', 'left'], head, ['1', 30, 'Up or down?', 'down', 'up']];
  const brought = await broughtFrom('k.xlsx', workbookOf({ name: 'Mine', rows }));
  expect([brought.format, ...lines(brought)]).toEqual([
    'Table',
    'row 2: choice "Left or right?" options ["left","right"] right 2 seconds 30',
    'row 4: choice "Up or down?" options ["up","down"] right 1 seconds 30',
  ]);
});
