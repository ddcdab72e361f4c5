import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { Results } from '../../web/connection/gather-results.ts';
import { resultsCsv, resultsFileName } from '../../web/host/podium/results-csv.ts';

const RESULTS: Results = {
  questions: [
    { line: 'question', turn: 4, number: 1, text: 'Capital of "France", please?', right: 'Paris', skipped: false },
    { line: 'question', turn: 5, number: 2, text: 'Skipped one', right: 'True', skipped: true },
  ],
  players: [
    {
      line: 'player',
      name: '=HYPERLINK("http://x")',
      rank: 1,
      points: 950,
      answers: [
        { turn: 4, words: 'Paris', mark: 'right', seconds: 2.125, gained: 950 },
        { turn: 5, words: 'True', mark: 'right', seconds: 1, gained: 1000 },
      ],
    },
    { line: 'player', name: 'Zoë, from Köln', rank: 2, points: 0, answers: [] },
  ],
};

test('one row per player and question, readable by a spreadsheet', () => {
  const csv = resultsCsv(RESULTS, 'en');
  expect(csv.startsWith('\uFEFFplayer,rank,')).toBe(true);
  expect(Papa.parse<string[]>(csv.slice(1)).data).toEqual([
    ['player', 'rank', 'points total', 'question number', 'question', 'answer', 'right answer', 'mark', 'seconds', 'points'],
    [`'=HYPERLINK("http://x")`, '1', '950', '1', 'Capital of "France", please?', 'Paris', 'Paris', 'right', '2.125', '950'],
    [`'=HYPERLINK("http://x")`, '1', '950', '2', 'Skipped one', 'True', 'True', 'skipped', '1', '0'],
    ['Zoë, from Köln', '2', '0', '1', 'Capital of "France", please?', '', 'Paris', 'no answer', '', '0'],
    ['Zoë, from Köln', '2', '0', '2', 'Skipped one', '', 'True', 'skipped', '', '0'],
  ]);
});

test('where the decimal sign is a comma, spreadsheets want semicolons', () => {
  const lines = (locale: string) => resultsCsv(RESULTS, locale).split('\r\n').slice(0, 2);
  const [head, first] = lines('de-DE');
  expect([head?.split(';').length, first?.split(';').at(-2)]).toEqual([10, '2,125']);
  expect(lines('fr-FR')).toEqual(lines('de-DE'));
  expect(lines('pt-BR')).toEqual(lines('de-DE'));
  for (const locale of ['en-GB', 'zh-CN', 'ar-EG', 'he-IL']) expect(lines(locale)).toEqual(lines('en-US'));
});

test('a room without players gives the header line only', () => {
  expect(
    resultsCsv({ ...RESULTS, players: [] }, 'en')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(1);
});

test.each([
  ['Seas & oceans', 'Seas & oceans 2025-03-09.csv'],
  ['a/b\\c: "d" <e>?*|', 'a b c d e 2025-03-09.csv'],
  ['...', 'quiz 2025-03-09.csv'],
])('the file of %s is called %s', (title, name) => {
  expect(resultsFileName(title, new Date(2025, 2, 9))).toBe(name);
});
