// Questions as programs keep them: JSON of many shapes, Canvas, Blackboard, Anki, and texts that were glued together.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';

const brought = async (content: string | Uint8Array) =>
  lines(await broughtFrom('a', content)).map((line) => line.replace(/^[a-z]+ \d+: /, ''));

const HOT = 'choice "Hot?" options ["ice","fire"] right 2';

test.each<[string, unknown, string[]]>([
  [
    'options say themselves what is right, and a word for each outcome is no answer',
    [
      {
        q: 'Hot?',
        a: [
          { option: 'ice', correct: false },
          { option: 'fire', correct: true },
        ],
        correct: 'Well done',
        incorrect: 'No',
      },
    ],
    [HOT],
  ],
  [
    'the right one by its name',
    [
      {
        text: 'Hot?',
        choices: [
          { id: 'x', label: 'ice' },
          { id: 'y', label: 'fire' },
        ],
        correctChoiceId: 'y',
      },
    ],
    [HOT],
  ],
  ['the right one by its letter', { name: 'T', data: [{ text: 'Hot?', answers: { a: 'ice', b: 'fire' }, correct: 'b' }] }, [HOT]],
  [
    'a survey’s pages, each with a list',
    {
      title: 'S',
      pages: [
        {
          elements: [
            { type: 'radiogroup', name: 'q1', title: 'Hot?', choices: ['ice', { value: 'f', text: 'fire' }], correctAnswer: 'f' },
          ],
        },
        {
          elements: [
            { type: 'checkbox', title: 'Cold?', choices: ['ice', 'snow', 'fire'], correctAnswer: ['ice', 'snow'] },
            { type: 'boolean', title: 'Ice melts', correctAnswer: true },
          ],
        },
      ],
    },
    [HOT, 'several "Cold?" options ["ice","snow","fire"] right [1,2]', 'true-false "Ice melts" right true'],
  ],
  [
    'questions by name in place of a list, in several groups',
    {
      quiz: {
        heat: { q1: { question: 'Hot?', options: ['ice', 'fire'], answer: 'fire' } },
        sums: { q1: { question: '2+2?', options: ['3', '4'], answer: '4' } },
      },
    },
    [HOT, 'choice "2+2?" options ["3","4"] right 2'],
  ],
  [
    'a type that is not about the answers',
    {
      quizTitle: 'T',
      questions: [
        { question: 'Hot?', questionType: 'text', answerSelectionType: 'single', answers: ['ice', 'fire'], correctAnswer: '2' },
        { question: 'Cold?', questionType: 'text', answers: ['ice', 'snow', 'fire'], correctAnswer: [1, 2] },
      ],
    },
    [HOT, 'several "Cold?" options ["ice","snow","fire"] right [1,2]'],
  ],
])('JSON: %s', async (_, json, expected) => {
  expect(await brought(JSON.stringify(json))).toEqual(expected);
});

test('a list in the source of a page is read, and nothing of it is run', async () => {
  const source =
    "import x from 'y';\nexport const questions: Question[] = [\n  { q: \"Hot?\", options: ['ice', `fire`], answer: 1 /* fire */ },\n  // another\n  { q: 'It\\'s cold?', options: [{ text: 'ice', img: '' }, { text: 'fire', img: '' }], answer: 0, },\n];\nalert(1);\n";
  expect(await brought(source)).toEqual([HOT, `choice "It's cold?" options ["ice","fire"] right 1`]);
});

test('GIFT: titles begin a question, truth has words of other languages, a tag alone is an answer', async () => {
  expect(
    await brought(
      '::a::Two and two make {=four =4}.\n::b::Which breaks a line? {=<br> ~<hr>}\nGold ist ein Metall. {WAHR}\nEis ist heiß. {FALSCH}\n',
    ),
  ).toEqual([
    'typed "Two and two make _____." accepted ["four","4"]',
    'choice "Which breaks a line?" options ["<br>","<hr>"] right 1',
    'true-false "Gold ist ein Metall." right true',
    'true-false "Eis ist heiß." right false',
  ]);
});

test('Aiken: small letters in `answer:`, and feedback', async () => {
  expect(await brought('Hot?\nA. ice\nB. fire\nanswer: b\n\nCold?\nA. ice\nB. fire\nANSWER: A\n')).toEqual([
    HOT,
    'choice "Cold?" options ["ice","fire"] right 1',
  ]);
  expect(await brought('Hot?\nA. ice\nB. fire\nANSWER: B\nFEEDBACK: It burns.\n\nCold?\nA. ice\nB. fire\nANSWER: A.\n')).toEqual([
    'choice "Hot?" options ["ice","fire"] right 2 explanation "It burns."',
    'choice "Cold?" options ["ice","fire"] right 1',
  ]);
});

test('Anki: columns beside the two sides make no table of it', async () => {
  const head = '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n';
  const cards = ['Hund\tdog', 'Katze\tcat', 'Kuh\tcow', 'Maus\tmouse'].map((card, i) => `x${i}\tBasic\tD\t${card}\n`);
  expect(await brought(head + cards.join(''))).toEqual([
    'choice "Hund" options ["cat","cow","mouse","dog"] right 4; the wrong answers are those of other cards',
    'choice "Katze" options ["cow","cat","mouse","dog"] right 2; the wrong answers are those of other cards',
    'choice "Kuh" options ["mouse","cow","dog","cat"] right 2; the wrong answers are those of other cards',
    'choice "Maus" options ["dog","mouse","cat","cow"] right 2; the wrong answers are those of other cards',
  ]);
});

const item = (type: string, stem: string, response: string, conditions: string) =>
  `<item ident="a"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material><mattext>${stem}</mattext></material>${response}</presentation><resprocessing><respcondition><conditionvar>${conditions}</conditionvar><setvar varname="SCORE">100</setvar></respcondition></resprocessing></item>`;
const typed = '<response_str ident="r"><render_fib><response_label ident="x"/></render_fib></response_str>';
const CANVAS = `<questestinterop><assessment title="C"><section>${[
  item(
    'numerical_question',
    'How many?',
    typed,
    '<or><varequal respident="r">4.0</varequal><and><vargte respident="r">4.0</vargte><varlte respident="r">4.0</varlte></and></or>',
  ),
  item('numerical_question', 'About how many?', typed, '<vargte respident="r">3</vargte><varlte respident="r">5</varlte>'),
  item(
    'fill_in_multiple_blanks_question',
    'Roses are [c].',
    '<response_lid ident="r_c"><material><mattext>c</mattext></material><render_choice><response_label ident="9"><material><mattext>red</mattext></material></response_label></render_choice></response_lid>',
    '<varequal respident="r_c">9</varequal>',
  ),
].join('')}</section></assessment></questestinterop>`;
const FROM_CANVAS = [
  'typed "How many?" accepted ["4","4.0"]',
  'LEFT "About how many?" a number with a tolerance: there is no such kind of question here',
  'typed "Roses are _____." accepted ["red"]',
];

test('Canvas: a number that has to be exact and a single gap are typed; Blackboard packs the same as .dat', async () => {
  expect(await brought(CANVAS)).toEqual(FROM_CANVAS);
  const packed = zipSync({
    'imsmanifest.xml': strToU8('<manifest/>'),
    'res00001.dat': strToU8(CANVAS),
    '.bb-package-info': strToU8('x'),
  });
  expect(await brought(packed)).toEqual(FROM_CANVAS);
});

test('QTI 2: formulas keep their powers', async () => {
  const math = '<math><msup><mi>x</mi><mn>2</mn></msup><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></math>';
  expect(
    await brought(
      `<assessmentItem title="t"><responseDeclaration identifier="R"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="R" maxChoices="1"><prompt>Squared?</prompt><simpleChoice identifier="a">${math}</simpleChoice><simpleChoice identifier="b">x</simpleChoice></choiceInteraction></itemBody></assessmentItem>`,
    ),
  ).toEqual(['choice "Squared?" options ["x²+1/2","x"] right 1']);
});

test('Open Trivia QA: what is right stands above the options', async () => {
  expect(await brought('#Q Which one\nis hot?\n^ fire\nA ice\nB fire\n\n#Q Ice is cold.\n^ True\nA True\nB False\n')).toEqual([
    'choice "Which one is hot?" options ["ice","fire"] right 2',
    'choice "Ice is cold." options ["True","False"] right 1',
  ]);
});

test('text2qti: feedback and titles are no part of a question', async () => {
  const text =
    'Quiz title: Heat\nQuiz description: All about it\n\nTitle: One\nPoints: 2\n1.  Hot?\n... Think.\n+   Yes.\n-   No.\na)  ice\n... It melts.\n*b) fire\n\nTitle: Two\n1.  Cold?\n[*] ice\n[ ] fire\n';
  expect(await brought(text)).toEqual([HOT, 'choice "Cold?" options ["ice","fire"] right 1']);
});

test('Aiken without a space behind the bracket, and GIFT with the end of a program’s string', async () => {
  expect(await brought('Hot?\nA)ice\nB)fire\nANSWER: B\n')).toEqual([HOT]);
  expect(await brought('::a::Ice is hot.{FALSE}";\n')).toEqual(['true-false "Ice is hot." right false']);
});
