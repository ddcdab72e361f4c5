// What other programs, assistants and people make of the same formats.
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';

const brought = async (content: string | object) =>
  lines(await broughtFrom('a', typeof content === 'string' ? content : JSON.stringify(content)));

test('what an assistant writes between fences is read without the words around it', async () => {
  expect(await brought('Here is your quiz:\n\n```csv\nQuestion,A,B,Answer\nUp?,sky,floor,A\n```\n\nGood luck!\n')).toEqual([
    'row 2: choice "Up?" options ["sky","floor"] right 1',
  ]);
});

test('a JSON value on each line is a list', async () => {
  const question = (text: string, right: string) => JSON.stringify({ question: text, options: ['sky', 'floor'], answer: right });
  expect(await brought(`${question('Up?', 'sky')}\n${question('Down?', 'floor')}\n`)).toEqual([
    'item 1: choice "Up?" options ["sky","floor"] right 1',
    'item 2: choice "Down?" options ["sky","floor"] right 2',
  ]);
});

test.each<[string, number[], number[]]>([
  ['from 0 where one is 0', [0, 2], [1, 3]],
  ['from 1 where none is', [1, 2], [1, 2]],
  ['from 1 where one is as large as its list', [1, 3], [1, 3]],
])('right answers of a JSON list count %s', async (_, said, right) => {
  const questions = said.map((correct, i) => ({ question: `Number ${i}?`, options: ['a', 'b', 'c'], correct }));
  expect(await brought({ questions })).toEqual(
    right.map((number, i) => `item ${i + 1}: choice "Number ${i}?" options ["a","b","c"] right ${number}`),
  );
});

test('a kahoot as its own pages load it', async () => {
  const choices = [
    { answer: 'sky', correct: true },
    { answer: '<b>floor</b>', correct: false },
  ];
  expect(
    await brought({
      title: 'Ups',
      questions: [
        { type: 'quiz', question: 'Up?', time: 20_000, choices },
        { type: 'survey', question: 'Which?', time: 20_000, choices },
        { type: 'jumble', question: 'Sort?', choices },
      ],
    }),
  ).toEqual([
    'question 1: choice "Up?" options ["sky","floor"] right 1 seconds 20',
    'question 2: poll "Which?" options ["sky","floor"] seconds 20 several false',
    'question 3: LEFT "Sort?" “jumble” is a kind of question that we do not have',
  ]);
});

test('Fuiz as JSON, its times in milliseconds', async () => {
  const answers = [
    { content: { Text: 'sky' }, correct: true },
    { content: { Text: 'floor' }, correct: false },
  ];
  const slide = { MultipleChoice: { title: 'Up?', time_limit: 30_000, answers } };
  expect(await brought({ title: 'Ups', slides: [slide] })).toEqual([
    'slide 1: choice "Up?" options ["sky","floor"] right 1 seconds 30',
  ]);
});

test('an exact number of GIFT is a text to type, one with a tolerance is left out', async () => {
  expect(await brought('::a::When did she die? {#1822:0}\n\n::b::How long is it? {#5:1}\n')).toEqual([
    'line 1: typed "When did she die?" accepted ["1822"]',
    'line 3: LEFT "::b::How long is it? {#5:1}" a number with a tolerance: there is no such kind of question here',
  ]);
});

test.each([
  ['Korean letters', '1. 위?\n가) 하늘\n나) 바닥\n정답: 나\n'],
  ['signs in rings', '1. 上?\n① 空\n② 床\n答案: ②\n'],
  ['Arabic letters', '1. فوق؟\nأ) سماء\nب) أرض\nالإجابة: ب\n'],
])('options numbered by %s', async (_, text) => {
  expect((await brought(text))[0]).toMatch(/ right 2/);
});

test('the letter at the end of each question names its answer', async () => {
  const text = '1. Up is the ... (A)\nA) sky\nB) floor\n\n2. Down is the ... (B)\nA) sky\nB) floor\n';
  expect((await brought(text)).map((line) => / right \d/.exec(line)?.[0])).toEqual([' right 1', ' right 2']);
});

test('a full circle among empty ones, and a tick among plain lines, mark what is right', async () => {
  expect((await brought('1. Up?\n○ floor\n● sky\n'))[0]).toMatch(/ right 2/);
  expect((await brought('1. Up?\nfloor\nsky ✓\n\n2. Down?\nfloor ✓\nsky\n'))[0]).toMatch(/ right 2/);
});

test('Anki’s own columns are no side of a card', async () => {
  const cards = ['Lima', 'Quito', 'Sucre', 'Santiago'].map((city, i) => `g${i}\tBasic\tCapital ${i}\t${city}`);
  const found = await brought(['#separator:tab', '#guid column:1', '#notetype column:2', ...cards].join('\n'));
  expect(found.map((line) => /"Capital \d"/.exec(line)?.[0])).toEqual(cards.map((_, i) => `"Capital ${i}"`));
});
