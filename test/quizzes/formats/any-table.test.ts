// Tables that people made themselves: any separator, encoding, language and order of columns.
import { expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import { broughtFrom, lines } from './brought.ts';
import { workbookOf } from './spreadsheet.ts';

const told = async (content: string | Uint8Array) => {
  const brought = await broughtFrom('a.csv', content);
  return [brought.format, ...lines(brought), ...brought.remarks];
};

const GERMAN = [
  'Frage;Antwort A;Antwort B;Antwort C;Richtige Antwort;Zeit;Kategorie',
  'Wie schwer ist es?;1,5 kg;2,5 kg;3 kg;B;20;Größen',
  'Wie groß sind sie?;1,5 m;„2,5 m“;3 m;A, C;7,5;Größen',
].join('\r\n');
const FROM_GERMAN = [
  'Table',
  'row 2: choice "Wie schwer ist es?" options ["1,5 kg","2,5 kg","3 kg"] right 2 seconds 20',
  'row 3: several "Wie groß sind sie?" options ["1,5 m","„2,5 m“","3 m"] right [1,3] seconds 8; 7.5 s to answer became 8 s',
  'Not taken: “Kategorie”.',
];
const GUESSED = 'The file is not UTF-8: it was read as Windows-1252. If letters look wrong, save it as UTF-8.';

test('semicolons, decimal commas and every encoding that Excel saves', async () => {
  expect(await told(GERMAN)).toEqual(FROM_GERMAN);
  expect(await told(`\uFEFF${GERMAN}`)).toEqual(FROM_GERMAN);
  expect(await told(`sep=;\r\n${GERMAN}`)).toEqual(FROM_GERMAN);
  expect(await told(GERMAN.replaceAll(';', '\t'))).toEqual(FROM_GERMAN);
  expect(await told(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(GERMAN, 'utf16le')]))).toEqual(FROM_GERMAN);
  const windows = Buffer.from(GERMAN.replace('„', '\x84').replace('“', '\x93'), 'latin1');
  expect(await told(windows)).toEqual(FROM_GERMAN.toSpliced(3, 0, GUESSED));
});

test.each([
  ['pregunta,respuesta 1,respuesta 2,respuesta correcta', '1'],
  ['Question;Réponse A;Réponse B;Bonne réponse', 'A'],
  ['Вопрос,Вариант 1,Вариант 2,Правильный ответ', 'yes'],
  ['問題\t選択肢1\t選択肢2\t正解', '1'],
  ['Question,Option A,Option B,Correct option', 'a)'],
  ['question_text,option_a,option_b,correct_answer', 'Option A'],
  ['No,Question,A,B,Answer', 'A. yes', '1,'],
  ['Sl.No,Ques.,Opt A),Opt B),Ans.', 'a', '1,'],
  ['Pregunta: máximo 120 caracteres,Respuesta 1: máximo 75,Respuesta 2: máximo 75,Respuesta(s) correcta(s): elige una', '1'],
  ['Question - 120 caractères max;Réponse 1 - 75 max;Réponse 2 - 75 max;Bonne(s) réponse(s) - au moins une', '1'],
  ['Frage - max. 120 Zeichen;Antwort 1 - max. 75;Antwort 2 - max. 75;Richtige Antwort(en) – mindestens eine', '1'],
])('%s', async (head, right, before = '') => {
  const separator = /[;\t]/.exec(head)?.[0] ?? ',';
  const row = `${before}Is it?,yes,no,${right}`;
  expect(await told(`${head}\n${row.replaceAll(',', separator)}\n`)).toEqual([
    'Table',
    'row 2: choice "Is it?" options ["yes","no"] right 1',
  ]);
});

test('what is right may be a number, a letter or a text; the column decides which', async () => {
  const head = 'Question,A,B,C,D,Answer\n';
  expect(await told(`${head}2+2?,3,4,5,6,4\n2+5?,6,7,8,9,7\n`)).toEqual([
    'Table',
    'row 2: choice "2+2?" options ["3","4","5","6"] right 2',
    'row 3: choice "2+5?" options ["6","7","8","9"] right 2',
  ]);
  expect(await told(`${head}Odd?,1,2,3,4,"1, 3"\nCommas?,"a, b",a,b,c,"b, a, b"\nNone?,a,b,c,d,e\n`)).toEqual([
    'Table',
    'row 2: several "Odd?" options ["1","2","3","4"] right [1,3]',
    'row 3: several "Commas?" options ["a, b","a","b","c"] right [1,3]',
    'row 4: choice "None?" options ["a","b","c","d"]; right answer “e” is none of the answers',
  ]);
  expect(await told(`${head}Odd?,1,2,3,4,AC\nEven?,a,b,c,d,24\n`)).toEqual([
    'Table',
    'row 2: several "Odd?" options ["1","2","3","4"] right [1,3]; right answer AC was read as 1 and 3',
    'row 3: several "Even?" options ["a","b","c","d"] right [2,4]; right answer 24 was read as 2 and 4',
  ]);
  expect(await told('question,option1,option2,option3,correctIndex\nRed?,a,b,c,0\nBlue?,a,b,c,2\n')).toEqual([
    'Table',
    'row 2: choice "Red?" options ["a","b","c"] right 1',
    'row 3: choice "Blue?" options ["a","b","c"] right 3',
    'Right answers are counted from 0 in this file.',
  ]);
});

test('answers in one cell, and questions without wrong answers', async () => {
  expect(await told('id,question,options,correct\n1,Red?,a|b|c,b\n2,Blue?,"a\nb",a\n')).toEqual([
    'Table',
    'row 2: choice "Red?" options ["a","b","c"] right 2',
    'row 3: choice "Blue?" options ["a","b"] right 1',
  ]);
  expect(await told('question,answer\nWhich city?,Oslo; Kristiania\nIs it far?,false\nWhy?,\n')).toEqual([
    'Table',
    'row 2: typed "Which city?" accepted ["Oslo","Kristiania"]; no wrong answers in the file: players type the right one',
    'row 3: true-false "Is it far?" right false',
    'row 4: choice "Why?" options []',
  ]);
});

test('a table of Markdown, as assistants write it', async () => {
  const table =
    '| Question | Option A | Option B | Correct |\n|---|:---:|---|---|\n| Up? | A. sky | B. floor | **A** |\n| Down? | sky | floor | B |\n';
  expect(await told(table)).toEqual([
    'Table',
    'row 3: choice "Up?" options ["sky","floor"] right 1; the letters before the answers were left out',
    'row 4: choice "Down?" options ["sky","floor"] right 2',
  ]);
});

test('statements that are true or false', async () => {
  expect(await told('Statement,True/False\nIce floats,True\nLead floats,F\n')).toEqual([
    'Table',
    'row 2: true-false "Ice floats" right true',
    'row 3: true-false "Lead floats" right false',
  ]);
});

test('every sheet with questions is read, others are not', async () => {
  const book = workbookOf(
    {
      name: 'QUIZ',
      rows: [
        ['id', 'name'],
        [1, 'Birds'],
      ],
    },
    {
      name: 'QUESTIONS',
      rows: [
        ['id', 'quiz_id', 'question', 'option_a', 'option_b', 'correct', 'image_url'],
        [1, 1, 'Which flies?', 'owl', 'emu', 'A', 'https://pictures.example/owl.png'],
      ],
    },
    {
      name: 'PLAYERS',
      rows: [
        ['name', 'score'],
        ['Ann', 3],
      ],
    },
    {
      name: 'ANSWERS',
      rows: [
        ['player_id', 'question_id', 'answer', 'correct'],
        [1, 1, 'A', true],
      ],
    },
    {
      name: 'More',
      rows: [
        ['Question', 'A', 'B', 'Correct'],
        ['Which swims?', 'duck', 'hen', 'A'],
      ],
    },
  );
  expect(await told(book)).toEqual([
    'Table',
    'QUESTIONS, row 2: choice "Which flies?" options ["owl","emu"] right 1; the picture https://pictures.example/owl.png was left out: pictures by address are not fetched',
    'More, row 2: choice "Which swims?" options ["duck","hen"] right 1',
    'Not taken: “quiz_id”.',
  ]);
});

test('a column of lines is read as text', async () => {
  const rows = ['Câu 1: Màu gì?', 'A. đỏ', '*B. xanh', '', 'Câu 2: Ở đâu?', 'A. đây', '*B. đó'].map((line) => [line]);
  expect((await told(workbookOf({ name: 'Sheet1', rows }))).slice(0, 3)).toEqual([
    'plain text',
    'line 1: choice "Màu gì?" options ["đỏ","xanh"] right 2',
    'line 5: choice "Ở đâu?" options ["đây","đó"] right 2',
  ]);
});

test('a quote that kept a spreadsheet from running a cell is undone', async () => {
  expect(await told("Question,A,B,Answer\n'=1+1?,'-2,'+2,B\n'tis so?,'a',b,A\n")).toEqual([
    'Table',
    'row 2: choice "=1+1?" options ["-2","+2"] right 2',
    'row 3: choice "\'tis so?" options ["\'a\'","b"] right 1',
  ]);
});

test('what holds no questions is refused in words', async () => {
  const refusal = async (content: string | Uint8Array) => bring({ name: 'a.xlsx', bytes: Buffer.from(content) });
  expect(await refusal(workbookOf({ name: 'Sheet1', rows: [] }))).toEqual({
    refused: 'a.xlsx looks like Table, but has no questions.',
  });
  expect(await refusal('Just a letter, nothing more.')).toEqual({ refused: 'a.xlsx is in no format that is known here.' });
  expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toEqual({
    refused: 'This is a spreadsheet of an old Excel (.xls): save it as .xlsx or .csv.',
  });
});
