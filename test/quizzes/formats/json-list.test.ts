// JSON of any shape that names its parts.
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';

test.each<[string, unknown, string]>([
  ['the right answer as text', [{ question: 'Up?', options: ['sky', 'floor'], answer: 'sky' }], '["sky","floor"] right 1'],
  [
    'objects that say whether they are right, deep inside',
    {
      data: {
        questions: [
          {
            questionText: 'Up?',
            answerOptions: [
              { answerText: 'a', isCorrect: false },
              { answerText: 'b', isCorrect: true },
            ],
          },
        ],
      },
    },
    '["a","b"] right 2',
  ],
  ['options by letter', [{ question: 'Up?', options: { A: 'sky', B: 'floor' }, correct_answer: 'B' }], '["sky","floor"] right 2'],
  ['an index from 0', [{ question: 'Up?', choices: ['a', 'b', 'c'], correctIndex: 2 }], '["a","b","c"] right 3'],
  ['a field for each option', [{ question: 'Up?', A: 'a', B: 'b', C: 'c', answer: 'C' }], '["a","b","c"] right 3'],
])('%s', async (_, json, said) => {
  const brought = await broughtFrom('a.json', JSON.stringify(json));
  expect([brought.format, ...lines(brought)]).toEqual(['JSON', `item 1: choice "Up?" options ${said}`]);
});

test('title, several right answers, wrong ones apart, and what is no question', async () => {
  const questions = [
    { question: 'Two?', options: ['a', 'b', 'c'], correctAnswers: ['a', 'c'], explanation: 'So it is.', time: 30 },
    5,
  ];
  const brought = await broughtFrom('a.json', JSON.stringify({ title: 'Mine', questions }));
  expect({ ...brought, entries: lines(brought) }).toEqual({
    format: 'JSON',
    title: 'Mine',
    found: 2,
    entries: [
      'item 1: several "Two?" options ["a","b","c"] right [1,3] explanation "So it is." seconds 30',
      'item 2: LEFT "5" it is no question',
    ],
    remarks: [],
    media: new Map(),
  });
  const apart = [{ question: 'Up?', correctAnswer: 'sky', incorrectAnswers: ['a', 'b'] }];
  expect(lines(await broughtFrom('a.json', JSON.stringify(apart)))).toEqual([
    'item 1: choice "Up?" options ["a","b","sky"] right 3',
  ]);
});
