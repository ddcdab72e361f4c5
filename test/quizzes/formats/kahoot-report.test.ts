// What Kahoot reports of a game: each question once, however many played.
import { expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import { broughtFrom, lines } from './brought.ts';
import { type FixtureCell, type FixtureSheet, workbookOf } from './spreadsheet.ts';

const HEAD = [
  'Question Number',
  'Question',
  'Answer 1',
  'Answer 2',
  'Answer 3',
  'Answer 4',
  'Answer 5',
  'Answer 6',
  'Correct Answers',
  'Time Allotted to Answer (seconds)',
  'Player',
  'Answer',
  'Correct / Incorrect',
  'Answer Time (%)',
  'Answer Time (seconds)',
];
const QUESTIONS: FixtureCell[][] = [
  ['1 Quiz', 'Which of these is salt &amp; wet?', 'sea', 'lake', null, null, null, null, 'sea', 20],
  ['1 Quiz', 'Ice floats.', 'True', 'False', null, null, null, null, 'True', 10],
  ['3 Quiz', 'Which are large?', 'Whales, blue', 'Whales', 'ants', null, null, null, 'Whales, blue, Whales', '30'],
  ['4 Quiz', 'How many?', '2', '5222', '1', null, null, null, '2', 300],
  ['5 Poll', 'Tea or water?', 'Tea', 'Water', null, null, null, null, null, 20],
  ['6 Open-ended', 'What do you think?', null, null, null, null, null, null, null, 60],
  ['7 Type answer', 'Which city?', 'Lima', 'LIMA', null, null, null, null, 'Lima, LIMA', 20],
];
const PLAYERS = ['אבי', 'Ben'];
const overview: FixtureSheet = { name: 'Overview', rows: [['Salt and ice'], ['Played on', '3 Apr 2024']] };
const scores: FixtureSheet = {
  name: 'Final Scores',
  rows: [['Salt and ice'], [], ['Rank', 'Player', 'Total Score (points)'], [1, 'Ben', 900]],
};
const raw: FixtureSheet = {
  name: 'RawReportData Data',
  rows: [
    HEAD,
    ...QUESTIONS.flatMap((row) => PLAYERS.map((name, i) => [...row, name, i ? 'sea' : '', 'Incorrect', '100.00%', 20])),
  ],
};

test('each question comes once, its right answers found among the texts', async () => {
  const brought = await broughtFrom('report.xlsx', workbookOf(overview, scores, raw));
  expect({ ...brought, entries: lines(brought) }).toEqual({
    format: 'Kahoot report',
    title: 'Salt and ice',
    found: 7,
    entries: [
      'question 1: choice "Which of these is salt & wet?" options ["sea","lake"] right 1 seconds 20',
      'question 2: choice "Ice floats." options ["True","False"] right 1 seconds 10',
      'question 3: several "Which are large?" options ["Whales, blue","Whales","ants"] right [1,2] seconds 30',
      'question 4: choice "How many?" options ["2","5222","1"] right 1 seconds 240; 300 s to answer became 240 s',
      'question 5: poll "Tea or water?" options ["Tea","Water"] seconds 20',
      'question 6: LEFT "What do you think?" “6 Open-ended” is a kind of question that we do not have',
      'question 7: typed "Which city?" accepted ["Lima","LIMA"] seconds 20',
    ],
    remarks: [],
    media: new Map(),
  });
});

test('without its raw data the sheets of the questions say enough', async () => {
  const sheet: FixtureSheet = {
    name: '1 True or False',
    rows: [
      ['Salt and ice'],
      ['1 Quiz', 'Does ice float?'],
      ['Correct answers', 'Yes'],
      ['Question duration', '20 seconds'],
      ['Answer Summary'],
      ['Answer options', '◆', 'No', '▲', 'Yes'],
      ['Is answer correct?', '✘', null, '✔︎', null],
      ['Number of answers received', 1, null, 3, null],
      ['Switch tabs/pages to view other result breakdown'],
    ],
  };
  const brought = await broughtFrom('report.xlsx', workbookOf(overview, scores, sheet));
  expect(lines(brought)).toEqual(['question 1: choice "Does ice float?" options ["No","Yes"] right 2 seconds 20']);
});

test('a report of scores alone is refused in words', async () => {
  expect(await bring({ name: 'report.xlsx', bytes: workbookOf(overview, scores) })).toEqual({
    refused: 'This Kahoot report has only scores: the questions are in a full report, with a sheet for each.',
  });
});
