// How people of many languages and programs write down a quiz as text.
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';

/** One line a question: kind, text, options with a star before what is right, or what is accepted. */
const told = async (text: string) => lines(await broughtFrom('a.txt', text)).map((line) => line.replace(/^line \d+: /, ''));

const SEA = 'choice "Which is salty?" options ["sea","lake","pond"] right';

test.each([
  ['German', 'Frage 1', 'Richtige Antwort: b'],
  ['Dutch', 'Vraag 1', 'Het juiste antwoord is B.'],
  ['Hindi', 'प्रश्न 1', 'सही उत्तर: B) lake'],
  ['Bengali', 'প্রশ্ন 1', 'সঠিক উত্তর: B'],
  ['Persian', 'سوال 1', 'پاسخ صحیح: B'],
  ['Bulgarian', 'Въпрос 1', 'Верен отговор: B'],
  ['Croatian', 'Pitanje 1', 'Točan odgovor: B'],
  ['Danish', 'Spørgsmål 1', 'Korrekt svar: B'],
  ['Russian', 'Вопрос 1', 'Правильный ответ: 2'],
  ['Korean', '질문 1', '정답: 2번'],
])('%s', async (_, question, answer) => {
  expect(await told(`${question}: Which is salty?\nA) sea\nB) lake\nC) pond\n${answer}\n`)).toEqual([`${SEA} 2`]);
});

const list = (...answers: string[]) =>
  answers.map((answer, i) => `${i + 1}. Which is salty?\nA. sea\nB. lake\nC. pond\n${answer}\n`).join('\n');

test.each([
  ['a letter on a line of its own', list('A', 'C'), [1, 3]],
  ['what test banks write behind the letter', list('ANS: A\tPTS: 1\tDIF: Easy', 'ANS: C\tPTS: 1\tREF: p. 4'), [1, 3]],
  [
    'a key by sections, each of which counts from 1',
    `Section A\n\n${list('')}\nSection B\n\n${list('')}\nAnswer key\nSection A: 1. B\nSection B: 1. C\n`,
    [2, 3],
  ],
  [
    'options in two columns',
    '1.\tWhich is salty?\na.\tsea\tc.\tpond\nb.\tlake\n\nANS: A\n\n2.\tWhich is salty?\na.\tsea\tc.\tpond\nb.\tlake\n\nANS: C\n',
    [1, 3],
  ],
  [
    'a question mark before the question, a plus before what is right',
    '? Which is salty?\n+ sea\n- lake\n- pond\n\n? Which is salty?\n- sea\n- lake\n+ pond\n',
    [1, 3],
  ],
  [
    'a line that announces the options',
    '1. Which is salty?\nOptions:\nA) sea\nB) lake\nC) pond\nAnswer: A\n\n2. Which is salty?\nВарианты ответа:\nA) sea\nB) lake\nC) pond\nОтвет: C\n',
    [1, 3],
  ],
  [
    'a number and how many there are',
    'Question 1 of 2\nWhich is salty?\nA) sea\nB) lake\nC) pond\nAnswer: A\n\nQuestion 2 of 2\nWhich is salty?\nA) sea\nB) lake\nC) pond\nAnswer: C\n',
    [1, 3],
  ],
  [
    'a fold of a page that shows the answer, without saying so',
    '### Question 1\n**Which is salty?**\n\nA. sea\nB. lake\nC. pond\n\n<details>\n<summary>Show answer</summary>\n\n**A. sea**\n</details>\n\n### Question 2\n**Which is salty?**\n\nA. sea\nB. lake\nC. pond\n\n<details>\n<summary>Show answer</summary>\n\nC – of course\n</details>\n',
    [1, 3],
  ],
  [
    'a list of YAML',
    'questions:\n  - question: Which is salty?\n    options:\n      - sea\n      - lake\n      - pond\n    answer: sea\n  - question: Which is salty?\n    options:\n      - sea\n      - lake\n      - pond\n    answer: pond\n',
    [1, 3],
  ],
  ['a key in one line behind its name', `${list('', '')}\n**Answer Key:** 1-A, 2-C\n`, [1, 3]],
  ['an abbreviation and a letter in brackets', list('Ans. (a) sea', 'Ans. (c) pond'), [1, 3]],
  [
    'brackets of Chinese exams, signs of full width',
    '1. Which is salty?\nA．sea B．lake C．pond\n【答案】A\n\n2. Which is salty?\nA．sea B．lake C．pond\n【答案】C\n',
    [1, 3],
  ],
  [
    'a word behind the option',
    '### Which is salty?\n- sea (richtige Option)\n- lake\n- pond\n\n### Which is salty?\n- sea\n- lake\n- pond (richtige Antwort)\n',
    [1, 3],
  ],
  [
    'a number without a sign',
    '問1 Which is salty?\n① sea\n② lake\n③ pond\n正解：①\n\n問2 Which is salty?\n① sea\n② lake\n③ pond\n正解：③\n',
    [1, 3],
  ],
])('%s', async (_, text, right) => {
  expect(await told(text)).toEqual(right.map((one) => `${SEA} ${one}`));
});

test.each([
  ['in brackets', '1. The sun is a star. (True)\n2. Fish can fly. (False)\n'],
  ['behind a dash, below what is asked', 'True or False?\n1. The sun is a star. - True\n2. Fish can fly. - False\n'],
  ['some as an answer', '1. The sun is a star. Answer: True\n2. Fish can fly. Answer: False\n'],
  ['by signs', '一、判断题\n1. The sun is a star.（√）\n2. Fish can fly.（×）\n'],
  ['in German', '1. The sun is a star. (wahr)\n2. Fish can fly. (falsch)\n'],
])('statements are true or false, %s', async (_, text) => {
  expect(await told(text)).toEqual(['true-false "The sun is a star." right true', 'true-false "Fish can fly." right false']);
});

test('a question and an answer in words are no cards', async () => {
  expect(await told('Q: Which city is on the Spree?\nA: Berlin\n\nQ: Which is on the Seine?\nA: Paris\n')).toEqual([
    'typed "Which city is on the Spree?" accepted ["Berlin"]',
    'typed "Which is on the Seine?" accepted ["Paris"]',
  ]);
});
