// The tables of Blooket, Gimkit and Wayground, as their templates and as people have them.
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';
import { workbookOf } from './spreadsheet.ts';

const told = async (content: string | Uint8Array) => {
  const brought = await broughtFrom('a.csv', content);
  return [brought.format, ...lines(brought), ...brought.remarks];
};

const BLOOKET =
  'Question #,Question Text,Answer 1,Answer 2,"Answer 3\n(Optional)","Answer 4\n(Optional)","Time Limit (sec)\n(Max: 300 seconds)","Correct Answer(s)\n(Only include Answer #)"';

test('Blooket: line ends in the names of columns, times as text, lists of right answers', async () => {
  const head = `"Blooket\nImport Template",,,,,,,,,\n${BLOOKET},,\n`;
  const rows = '1,Warm colours?,red,orange,blue,,20 seconds,"1,2",,\n2,Which is up?,floor,wall,sky,,300,3,,\n';
  expect(await told(`\uFEFF${head}${rows}${',,,,,,,,,\n'.repeat(900)}`)).toEqual([
    'Blooket',
    'row 3: several "Warm colours?" options ["red","orange","blue"] right [1,2] seconds 20',
    'row 4: choice "Which is up?" options ["floor","wall","sky"] right 3 seconds 240; 300 s to answer became 240 s',
  ]);
});

test('Blooket in a workbook: rich text and Windows line ends in the names', async () => {
  const rows = [
    ['Column A', 'Column B', null, null],
    [
      'Question #',
      { rich: ['Question', ' Text'] },
      'Answer 1',
      'Answer 2',
      'Correct Answer(s)\r\n(Only include Answer #)',
      'Time Limit (sec)\r\n(Max)',
    ],
    [1, 'Cold?', 'ice', 'fire', 1, '20 seconds'],
  ];
  expect(await told(workbookOf({ name: 'Sheet1', rows }))).toEqual([
    'Blooket',
    'row 3: choice "Cold?" options ["ice","fire"] right 1 seconds 20',
  ]);
});

test('Blooket: names that find-and-replace has overwritten are found by their place', async () => {
  const head = 'Question #,Question Text,Answer 1,Mean,Median,Answer 4,Correct Answer(s),Time Limit (sec)\n';
  expect(await told(`${head}1,Which is middle?,a,b,c,d,3,30\n`)).toEqual([
    'Blooket',
    'row 2: choice "Which is middle?" options ["a","b","c","d"] right 3 seconds 30',
    'Column D is called “Mean”: taken as an answer, by its place.',
    'Column E is called “Median”: taken as an answer, by its place.',
  ]);
});

test('no names at all: columns are told apart by what is in them', async () => {
  const rows =
    '1,Which is warm?,ice,tea,,,20,2\n2,Which is heavy?,air,oil,iron,wool,30,3\n3,Which is sweet?,jam,salt,ash,,30,1\n';
  const read = [
    'choice "Which is warm?" options ["ice","tea"] right 2 seconds 20',
    'choice "Which is heavy?" options ["air","oil","iron","wool"] right 3 seconds 30',
    'choice "Which is sweet?" options ["jam","salt","ash"] right 1 seconds 30',
  ];
  const remark = 'No row names the columns: they were told apart by what is in them.';
  const from = (row: number) => ['Table', ...read.map((line, i) => `row ${row + i}: ${line}`), remark];
  expect(await told(rows)).toEqual(from(1));
  expect(await told(`,,,,,,,\n${rows}`)).toEqual(from(2));
  expect(await told(`Unnamed: 0,Unnamed: 1,Unnamed: 2,Unnamed: 3,,,,\n${rows}`)).toEqual(from(2));
});

test('Gimkit: the right answer is put among the others, passages stay with their question', async () => {
  const rows = 'Which is wet?,sea,sand,stone,\r\n"Ann went home.\r\n\r\nWho went?",Ann,Ben,Cem,Dan\r\nTwo and two?,4,3,5,1\r\n';
  const read = [
    'choice "Which is wet?" options ["sand","sea","stone"] right 2',
    'choice "Ann went home.\\n\\nWho went?" options ["Ben","Ann","Cem","Dan"] right 2',
    'choice "Two and two?" options ["4","3","5","1"] right 1',
  ];
  const remark = 'The right answer stands apart in this file: it was put among the others.';
  const template =
    'Gimkit Spreadsheet Import Template,,,,\r\nQuestion,Correct Answer,Incorrect Answer 1,Incorrect Answer 2 (Optional),Incorrect Answer 3 (Optional)\r\n';
  expect(await told(`\uFEFF${template}${rows}`)).toEqual(['Gimkit', ...read.map((line, i) => `row ${i + 3}: ${line}`), remark]);
  expect(await told(`\uFEFFQuestion,Answer,Alt 1,Alt 2,Alt 3\r\n${rows}`)).toEqual([
    'Gimkit',
    ...read.map((line, i) => `row ${i + 2}: ${line}`),
    remark,
  ]);
});

const WAYGROUND =
  'Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Option 5,Correct Answer,Time in seconds,Image Link,Answer explanation\n';

test('Wayground: each type as a kind of ours, or left out by its name', async () => {
  const rows = [
    'Text of the question (required),Type (required),Text for option 1,Text for option 2,,,,The right one,Seconds,Link,Why',
    'How much?,Multiple Choice,"308,8 kg.",3 kg.,1 kg.,,,1,30,https://pictures.example/a.png,It was weighed.',
    'Which are small?,Checkbox,ant,whale,flea,,,"1,3",20,,',
    'Which city?,Fill-in-the-Blank,Lima,City of Lima,,,,,20,,',
    'Tea?,Poll,yes,no,,,,,20,,',
    'What do you think?,Open-Ended,,,,,,,60,,',
    'Your house,Draw,,,,,,,60,,',
  ];
  expect(await told(WAYGROUND + rows.join('\n'))).toEqual([
    'Wayground (Quizizz)',
    'row 3: choice "How much?" options ["308,8 kg.","3 kg.","1 kg."] right 1 explanation "It was weighed." seconds 30; the picture https://pictures.example/a.png was left out: pictures by address are not fetched',
    'row 4: several "Which are small?" options ["ant","whale","flea"] right [1,3] seconds 20',
    'row 5: typed "Which city?" accepted ["Lima","City of Lima"] seconds 20',
    'row 6: poll "Tea?" options ["yes","no"] seconds 20',
    'row 7: LEFT "What do you think? | Open-Ended | 60" “Open-Ended” is a kind of question that we do not have',
    'row 8: LEFT "Your house | Draw | 60" “Draw” is a kind of question that we do not have',
  ]);
});

test('Wayground: without a single right answer all are drafts to finish', async () => {
  const head = 'Question Text,Question Type,Option 1,Option 2,Option 3,Option 4,Correct Answer,Time in seconds\n';
  expect(await told(`${head}Câu 1: Màu gì?,Multiple Choice,đỏ,xanh,,,,30\nCâu 2: Ở đâu?,Multiple Choice,,,,,,30\n`)).toEqual([
    'Wayground (Quizizz)',
    'row 2: choice "Câu 1: Màu gì?" options ["đỏ","xanh"] seconds 30',
    'row 3: choice "Câu 2: Ở đâu?" options [] seconds 30',
  ]);
});

test('ClassQuiz: title above, ordinal numbers in the names', async () => {
  const rows = [
    ...Array.from({ length: 4 }, () => []),
    [null, 'Title', 'Plants'],
    [null, 'Description', 'of the hills'],
    ...Array.from({ length: 6 }, () => []),
    [null, 'Question', '1st Answer', '2nd Answer', '3rd Answer', '4th Answer', 'Time Limit (max. 120)', 'Correct Answers'],
    [1, 'Which are green?', 'leaf', 'moss', 'stone', null, '20', '1,2'],
  ];
  const brought = await broughtFrom('q.xlsx', workbookOf({ name: 'Main', rows }));
  expect([brought.format, brought.title, ...lines(brought)]).toEqual([
    'ClassQuiz',
    'Plants',
    'row 14: several "Which are green?" options ["leaf","moss","stone"] right [1,2] seconds 20',
  ]);
});
