// How other programs, databases and assistants lay out a table of questions.
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';
import { type FixtureCell, workbookOf } from './spreadsheet.ts';

const told = async (rows: readonly string[]) => {
  const brought = await broughtFrom('a.csv', rows.join('\n'));
  return [...lines(brought), ...brought.remarks];
};

const BALL = 'choice "Round?" options ["Ball","Box","Brick"] right 1';
const FIRE = 'choice "Hot?" options ["Ice","Fire","Snow"] right 2';

test.each([
  [
    'a column beside each option says whether it is right',
    [
      'Question,Answer 1,Correct 1,Answer 2,Correct 2,Answer 3,Correct 3',
      'Round?,Ball,TRUE,Box,FALSE,Brick,FALSE',
      'Hot?,Ice,0,Fire,1,Snow,0',
    ],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`],
  ],
  [
    'so does one of the same name each time, with explanations between',
    [
      'Question,Answer 1,Correctness,Explanation,Answer 2,Correctness,Explanation,Answer 3,Correctness,Explanation',
      'Round?,Ball,x,It rolls,Box,,,Brick,,',
      'Hot?,Ice,,,Fire,x,It burns,Snow,,',
    ],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`, 'Not taken: “Explanation”, “Explanation”.'],
  ],
  [
    'a row for each option',
    [
      'question_id,question,option,is_correct',
      '1,Round?,Ball,1',
      '1,Round?,Box,0',
      '1,Round?,Brick,0',
      '2,Hot?,Ice,false',
      '2,,Fire,true',
      '2,,Snow,false',
    ],
    [`row 2: ${BALL}`, `row 5: ${FIRE}`],
  ],
  [
    'a star before the right one',
    ['Question,A,B,C', 'Round?,*Ball,Box,Brick', 'Hot?,Ice,Fire (correct),Snow'],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`],
  ],
  [
    'several columns of what is right, each with one',
    [
      'Question,Answer A,Answer B,Answer C,Correct Answer,Correct Answer',
      'Round?,Ball,Box,Brick,A,',
      'Which grow?,Tree,Stone,Grass,A,C',
    ],
    [`row 2: ${BALL}`, 'row 3: several "Which grow?" options ["Tree","Stone","Grass"] right [1,3]'],
  ],
  [
    'a list of JSON or Python in one cell',
    [
      'question;options;correct_answer',
      'Round?;["Ball","Box","Brick"];Ball',
      `Hot?;['Ice', 'Fire', 'Snow'];Fire`,
      'Which grow?;{"A":"Tree","B":"Stone"};["Tree"]',
    ],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`, 'row 4: choice "Which grow?" options ["Tree","Stone"] right 1'],
  ],
  [
    'names as in a database, pictures beside options, counted from 0',
    [
      'title_text,title_image,option1_text,option1_image,option2_text,option2_image,option3_text,correctAnswer_index',
      'Round?,,Ball,,Box,,Brick,0',
      'Hot?,,Ice,,Fire,,Snow,1',
    ],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`, 'Right answers are counted from 0 in this file.'],
  ],
  [
    'HTML is read where the question is a paragraph of it, and is text elsewhere',
    ['HTML of the Question,Answer,Options', '<p>How much is <b>3</b> &times; 4?</p>,12,10|12', 'Which tag is bold?,<b>,<b>|<p>'],
    [
      'row 2: choice "How much is 3 × 4?" options ["10","12"] right 2',
      'row 3: choice "Which tag is bold?" options ["<b>","<p>"] right 1',
    ],
  ],
  [
    'letters within a cell, also with the line ends of a page',
    ['question;options;answer', 'Round?;A) Ball<br>B) Box<br>C) Brick;A', 'Hot?;A) Ice, B) Fire, C) Snow;B'],
    [
      `row 2: ${BALL}; the letters before the answers were left out`,
      `row 3: ${FIRE}; the letters before the answers were left out`,
    ],
  ],
  [
    'options as objects in a cell, and a truth in the column of what is correct',
    [
      'type;questionText;options;isCorrect;answer',
      'MCQ;Round?;[{"text":"Ball","isCorrect":true},{"text":"Box"},{"text":"Brick"}];;',
      'TRUE_FALSE;Flat?;;false;',
      'ONE_WORD;Who?;;;Noah',
    ],
    [
      `row 2: ${BALL}`,
      'row 3: true-false "Flat?" right false',
      'row 4: typed "Who?" accepted ["Noah"]; no wrong answers in the file: players type the right one',
    ],
  ],
  [
    'Blooket’s typed answers, said in a column without a name',
    [
      'Question #,Question Text,Answer 1,Answer 2,Answer 3,Time Limit (sec),Correct Answer(s),,',
      '1,Solve x+1=15,14,x=14,,60,,,typing',
      '2,Round?,Ball,Box,Brick,60,1,,',
    ],
    ['row 2: typed "Solve x+1=15" accepted ["14","x=14"] seconds 60', `row 3: ${BALL} seconds 60`],
  ],
  [
    'Chinese names of columns',
    ['题目,选项A,选项B,选项C,正确答案', 'Round?,Ball,Box,Brick,A', 'Hot?,Ice,Fire,Snow,B'],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`],
  ],
  [
    'Japanese names of columns',
    ['問題文,選択肢1,選択肢2,選択肢3,正解', 'Round?,Ball,Box,Brick,1', 'Hot?,Ice,Fire,Snow,2'],
    [`row 2: ${BALL}`, `row 3: ${FIRE}`],
  ],
])('%s', async (_, rows, expected) => {
  expect(await told(rows)).toEqual(expected);
});

test.each<[string, FixtureCell[][]]>([
  [
    'Portuguese, with small letters in the options',
    [
      ['Pergunta', 'Alternativa A', 'Alternativa B', 'Gabarito'],
      ['Hot?', 'a) Ice', 'b) Fire', 'Alternativa B'],
    ],
  ],
  [
    'French',
    [
      ['N°', 'Intitulé de la question', 'Proposition 1', 'Proposition 2', 'Bonne(s) réponse(s)'],
      [1, 'Hot?', 'Ice', 'Fire', '2'],
    ],
  ],
  [
    'Dutch',
    [
      ['Vraag', 'Antwoord A', 'Antwoord B', 'Juist antwoord'],
      ['Hot?', 'Ice', 'Fire', 'B'],
    ],
  ],
  [
    'German, in another order',
    [
      ['Richtig', 'Antwort B', 'Frage', 'Antwort A'],
      ['B', 'Fire', 'Hot?', 'Ice'],
    ],
  ],
  ['a title above, and a second sheet', [['Heat'], [], ['No', 'Question', 'A', 'B', 'Correct'], [1, 'Hot?', 'Ice', 'Fire', 'B']]],
])('a workbook: %s', async (_, rows) => {
  const brought = await broughtFrom('a.xlsx', workbookOf({ name: 'S', rows }, { name: 'Notes', rows: [['for me']] }));
  expect(lines(brought)[0]).toContain('choice "Hot?" options ["Ice","Fire"] right 2');
  expect(brought.entries.length).toBe(1);
});

test('a workbook: percent are shown as they look, formulas as what they gave', async () => {
  const rows: FixtureCell[][] = [
    ['Question', 'A', 'B', 'Answer'],
    ['Half?', { percent: 0.25 }, { percent: 0.5 }, { percent: 0.5 }],
    ['Two?', { formula: '1+1', value: '2' }, 3, 'A'],
  ];
  expect(lines(await broughtFrom('a.xlsx', workbookOf({ name: 'S', rows })))).toEqual([
    'row 2: choice "Half?" options ["25%","50%"] right 2',
    'row 3: choice "Two?" options ["2","3"] right 1',
  ]);
});
