// A file of each kind of table and list, small, with a trap or two: to be mutated.
import { gzipSync, strToU8, zipSync } from 'fflate';
import { type FixtureSheet, workbookFiles } from './spreadsheet.ts';

/** Of Kahoot's template. */
export const KAHOOT_HEAD = [
  null,
  'Question - max 120 characters',
  'Answer 1',
  'Answer 2',
  'Answer 3',
  'Answer 4',
  'Time limit (sec)',
  'Correct answer(s)',
];
const KAHOOT: FixtureSheet = {
  name: 'Sheet1',
  rows: [
    [null, 'Quiz template', 'Rivers'],
    [null, { error: '#NAME?' }],
    KAHOOT_HEAD,
    [1, 'Which is wet?', 'sea', { rich: ['sa', 'nd'] }, { inline: 'หิน' }, 2006, 20, 1.3],
    [2, 'When?', { date: 45_000 }, true, null, { formula: 'A1', value: 'x' }, 300, '1,4'],
  ],
  picture: { row: 4, bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), alt: 'a sea' },
};
const REPORT: FixtureSheet[] = [
  { name: 'Overview', rows: [['Rivers']] },
  {
    name: 'RawReportData Data',
    rows: [
      ['Question Number', 'Question', 'Answer 1', 'Answer 2', 'Correct Answers', 'Time Allotted to Answer (seconds)', 'Player'],
      ['1 Quiz', 'Salt &amp; wet?', 'sea', 'lake', 'sea, lake', '20', 'Ann'],
    ],
  },
];

/** Parts of workbooks, packed after they are mutated. */
export const WORKBOOKS: Record<string, Uint8Array>[] = [workbookFiles([KAHOOT]), workbookFiles(REPORT)];

const TEXTS = [
  '\uFEFF"Blooket\nImport Template",,,,,,,\nQuestion #,Question Text,Answer 1,Answer 2,"Answer 3\n(Optional)","Answer 4\n(Optional)","Time Limit (sec)\n(Max: 300 seconds)","Correct Answer(s)\n(Only include Answer #)"\n1,Warm?,red,blue,,,20 seconds,"1,2"\n2,Up?,a,b,c,d,300,3\n',
  'Question,Answer,Alt 1,Alt 2,Alt 3\r\n"A passage.\r\nWho?",Ann,Ben,Cem,Dan\r\nHow many?,4,3,5,1\r\n',
  'Question Text,Question Type,Option 1,Option 2,Option 3,Correct Answer,Time in seconds,Image Link\nHow much?,Multiple Choice,"1,5 kg",2,3,1,30,https://pictures.example/a.png\nDraw,Draw,,,,,60,\n',
  'Frage;Antwort A;Antwort B;Richtige Antwort;Zeit;Kategorie\nWie groß?;1,5 m;2,5 m;A, B;7,5;x\nWo?;hier;da;B;20;x\n',
  '1,Which is warm?,ice,tea,,,20,2\n2,Which is heavy?,air,oil,iron,wool,30,3\n',
  '#separator:Pipe\n#html:true\nWhat <b>is</b> it?|A house<br>home|tag\n{{c1::Oslo::city}} is north|x\nA song [sound:a.mp3]|music\n',
  'Hund\tdog\nKatze\tcat\nVogel\tbird\nFisch\tfish\n',
  'title = "Hills"\n[[slides]]\n[slides.MultipleChoice]\ntitle = "Which?"\nmedia.Image.Url.url = "hill.png"\ntime_limit = 30000\nanswers = [{ content.Text = "a", correct = true }, { content.Text = "b", correct = false }]\n[[slides]]\n[slides.Order]\ntitle = "Order"\nanswers = ["a", "b"]\n',
  '{"title":"Mine","language":"en","questions":[{"kind":"choice","text":"Up?","options":["a","b"],"right":1,"picture":{"file":"a.png","alt":"a"}},{"kind":"new","text":"x"}]}',
  '{"response_code":0,"results":[{"type":"multiple","question":"Caf&eacute;?","correct_answer":"a","incorrect_answers":["b","c"]},{"type":"boolean","question":"So?","correct_answer":"True","incorrect_answers":["False"]}]}',
  '{"subject":"Rivers","questions":[{"question":"Second?","answers":["a","b","a"],"solutions":[1],"time":3,"image":"https://pictures.example/a.png"},{"question":"Typed?","answers":["Lima"]}]}',
  '{"title":"Plants","questions":[{"question":"Green?","time":"20","type":"ABCD","image":"0","answers":[{"right":true,"answer":"leaf"},{"right":false,"answer":"root"}]},{"question":"How high?","type":"RANGE","answers":{"min":0}}]}',
  '[{"question":"Up?","options":{"A":"sky","B":"floor"},"correct_answer":"B"},{"questionText":"Two?","answerOptions":[{"answerText":"a","isCorrect":true}]},5]',
];

const archive = Buffer.concat([
  gzipSync(strToU8(TEXTS[11] ?? '')),
  Uint8Array.from([0xc7, 0xc7, 0xc7, 0, 0xc6, 0xc6, 0xc6, 0, 0x30, 0xc5, 0xc5, 0, 0x89, 0x50, 0x4e, 0x47]),
]);

/** As they are dropped. */
export const FILES: Uint8Array[] = [
  ...TEXTS.map((text) => new TextEncoder().encode(text)),
  Buffer.from(`\uFEFF${TEXTS[3]}`, 'utf16le'),
  Buffer.from(TEXTS[3] ?? '', 'latin1'),
  ...WORKBOOKS.map((files) => zipSync(files)),
  archive,
  zipSync({ 'config.toml': strToU8(TEXTS[7] ?? ''), 'hill.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) }),
  zipSync({ 'quiz.json': strToU8(TEXTS[8] ?? ''), 'a.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47]) }),
];
