// Cards of Anki and Quizlet: wrong answers come from other cards.
import { expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import { broughtFrom, lines } from './brought.ts';

const told = async (content: string) => {
  const brought = await broughtFrom('cards.txt', content);
  return [brought.format, ...lines(brought), ...brought.remarks];
};
const LENT = 'the wrong answers are those of other cards';
const CARDS = [
  ['Hund', 'dog'],
  ['Katze', 'cat'],
  ['Vogel', 'bird'],
  ['Fisch', 'fish'],
];

test.each([
  ['tabs', CARDS.map((card) => card.join('\t')).join('\r\n')],
  ['bars, as Anki says above', `#separator:Pipe\n${CARDS.map((card) => card.join('|')).join('\n')}`],
  ['bars, said without a line end', `#separator:Pipe${CARDS.map((card) => card.join('|')).join('\n')}`],
  ['semicolons', CARDS.map((card) => card.join(';')).join('\n')],
  ['commas', CARDS.map((card) => card.join(',')).join('\n')],
])('%s', async (_, text) => {
  const lineOf = (row: number, front: string, options: string[], right: number) =>
    `card ${row}: choice "${front}" options ${JSON.stringify(options)} right ${right}; ${LENT}`;
  expect(await told(text)).toEqual([
    'Cards (Anki, Quizlet)',
    lineOf(1, 'Hund', ['cat', 'bird', 'fish', 'dog'], 4),
    lineOf(2, 'Katze', ['bird', 'cat', 'fish', 'dog'], 2),
    lineOf(3, 'Vogel', ['fish', 'dog', 'cat', 'bird'], 4),
    lineOf(4, 'Fisch', ['bird', 'dog', 'cat', 'fish'], 4),
  ]);
});

test('HTML becomes text; gaps are typed; what cannot be shown is told', async () => {
  const deck = [
    '#separator:tab',
    '#html:true',
    'What <b>is</b> it?<script>run()</script>\tA house<br>or home\ttag',
    '{{c1::Oslo::city}} is in Norway\tmore',
    '{{c1::Oslo}} and {{c2::Bergen}}\tmore',
    'A song [sound:a.mp3]\tmusic',
    '<img src="hill.png">\tthe hill',
    'Half of [$]x^2[/$]?\thalf',
  ].join('\n');
  expect(await told(deck)).toEqual([
    'Cards (Anki, Quizlet)',
    `card 1: choice "What is it?" options ["music","half","A house\\nor home"] right 3; ${LENT}; a <script> was left out`,
    'card 2: typed "____ is in Norway" accepted ["Oslo"]; the gap is to be typed',
    'card 3: LEFT "{{c1::Oslo}} and {{c2::Bergen}}" it has several gaps',
    `card 4: choice "A song" options ["A house\\nor home","half","music"] right 3; ${LENT}; the sound a.mp3 was left out`,
    'card 5: LEFT "<img src=\\"hill.png\\"> | the hill" its front has no text',
    `card 6: choice "Half of [$]x^2[/$]?" options ["A house\\nor home","music","half"] right 3; ${LENT}`,
  ]);
});

test('long definitions are asked for their terms, and no answer is right twice', async () => {
  const osmosis = 'water that goes through a skin which lets only some things pass, by itself';
  const enzyme = 'a protein that makes something happen faster and is not used up by it';
  expect(await told(`Term,Definition\nosmosis,"${osmosis}"\nenzyme,${enzyme}\n`)).toEqual([
    'Cards (Anki, Quizlet)',
    `card 1: choice "${osmosis}" options ["enzyme","osmosis"] right 2; ${LENT}`,
    `card 2: choice "${enzyme}" options ["osmosis","enzyme"] right 2; ${LENT}`,
    'The backs are long: they are the questions, and the fronts the answers.',
  ]);
  const synonyms = await told('Front\tBack\nbig\tlarge\nbig\thuge\nsmall\ttiny\nlittle\ttiny\n');
  expect(synonyms).toEqual([
    'Cards (Anki, Quizlet)',
    `card 1: choice "big" options ["large","tiny"] right 1; ${LENT}`,
    `card 2: choice "big" options ["huge","tiny"] right 1; ${LENT}`,
    `card 3: choice "small" options ["large","huge","tiny"] right 3; ${LENT}`,
    `card 4: choice "little" options ["huge","large","tiny"] right 3; ${LENT}`,
  ]);
});

test('prose with commas is no deck', async () => {
  const letter = 'Dear all, it was a long, and as we think a very pleasant evening\n'.repeat(9);
  expect(await bring({ name: 'a.txt', bytes: Buffer.from(letter) })).toEqual({
    refused: 'a.txt is in no format that is known here.',
  });
});
