// Quizzes in JSON and TOML: our own, of the Open Trivia Database, and of other quiz games.
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { broughtFrom, lines } from './brought.ts';

const told = async (content: string | object | Uint8Array) => {
  const isText = typeof content === 'string' || content instanceof Uint8Array;
  const brought = await broughtFrom('a.json', isText ? content : JSON.stringify(content));
  return { format: brought.format, title: brought.title, lines: [...lines(brought), ...brought.remarks], media: brought.media };
};
const NONE = new Map<string, Uint8Array>();
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);

const OWN = {
  title: 'Mine',
  language: 'en',
  questions: [
    { kind: 'choice', text: 'Up?', options: ['sky', 'floor'], right: 1, seconds: 30 },
    { kind: 'estimate', text: 'How far?', right: 12 },
    { kind: 'true-false', text: 'Ice floats.', picture: { file: 'p/ice.png', alt: 'ice' } },
    'nothing',
  ],
};

test('our own quiz keeps every field; kinds of a later version are left with their reason', async () => {
  expect(await told(OWN)).toEqual({
    format: 'Quizcast',
    title: 'Mine',
    lines: [
      'question 1: choice "Up?" options ["sky","floor"] right 1 seconds 30',
      'question 2: LEFT "{\\"kind\\":\\"estimate\\",\\"text\\":\\"How far?\\",\\"right\\":12}" “estimate” is a kind of question that we do not have',
      'question 3: true-false "Ice floats."; the picture p/ice.png was left out: it is not in the file',
      'question 4: LEFT "\\"nothing\\"" it says no kind',
    ],
    media: NONE,
  });
});

test('our own archive brings its pictures, and no name leads out of it', async () => {
  const zip = zipSync({ 'quiz.json': strToU8(JSON.stringify(OWN)), 'p/ice.png': PNG, '../evil.png': PNG });
  const { lines: read, media } = await told(zip);
  expect(read[2]).toBe('question 3: true-false "Ice floats." picture {"file":"p/ice.png","alt":"ice"}');
  expect(media).toEqual(new Map([['p/ice.png', PNG]]));
});

test('our own archive brings sound and video; a small picture that is missing is not named', async () => {
  const fields = {
    text: 'Up?',
    right: true,
    picture: { file: 'a.png', small: 'b.png', alt: 'A' },
    sound: { file: 'c.mp3', alt: 'C' },
  };
  const questions = [
    { kind: 'true-false', ...fields },
    { kind: 'true-false', text: 'Down?', right: true, video: { file: 'gone.mp4', alt: 'D' } },
  ];
  const quiz = strToU8(JSON.stringify({ title: 'T', language: 'en', questions }));
  const { lines } = await told(zipSync({ 'quiz.json': quiz, 'a.png': PNG, 'c.mp3': PNG }));
  expect(lines).toEqual([
    'question 1: true-false "Up?" right true picture {"file":"a.png","alt":"A"} sound {"file":"c.mp3","alt":"C"}',
    'question 2: true-false "Down?" right true; the video gone.mp4 was left out: it is not in the file',
  ]);
});

const trivia = (encode: (text: string) => string) => ({
  response_code: 0,
  results: [
    {
      type: encode('multiple'),
      difficulty: encode('easy'),
      category: encode('Art'),
      question: encode('Who painted “Caf\u00e9” & more?'),
      correct_answer: encode('Ann'),
      incorrect_answers: ['Ben', 'Cem', 'Dan'].map(encode),
    },
    {
      type: encode('boolean'),
      question: encode('Cost $5?'),
      correct_answer: encode('False'),
      incorrect_answers: [encode('True')],
    },
    {
      type: encode('boolean'),
      question: encode('Cost $5?'),
      correct_answer: encode('False'),
      incorrect_answers: [encode('True')],
    },
  ],
});

test.each<[string, (text: string) => string]>([
  ['entities', (text) => text.replace('&', '&amp;').replace('é', '&eacute;').replace('“', '&ldquo;').replace('”', '&rdquo;')],
  ['addresses', (text) => encodeURIComponent(text)],
  ['old addresses', (text) => encodeURIComponent(text).replaceAll('%20', '+')],
  ['base64', (text) => Buffer.from(text).toString('base64')],
])('Open Trivia Database, in %s', async (_, encode) => {
  expect(await told(trivia(encode))).toEqual({
    format: 'Open Trivia Database',
    title: undefined,
    lines: [
      'item 1: choice "Who painted “Café” & more?" options ["Ben","Cem","Ann","Dan"] right 3',
      'item 2: true-false "Cost $5?" right false',
      'item 3: true-false "Cost $5?" right false',
      'Questions of the Open Trivia Database are CC BY-SA 4.0: name it where you share them.',
      'Item 3 asks the same as item 2.',
    ],
    media: NONE,
  });
});

test('Razzia: right answers from 0, several, missing, and free text', async () => {
  const questions = [
    { question: 'Second?', answers: ['a', 'b', 'c'], solutions: [1], time: 15, cooldown: 0 },
    {
      question: 'Old?',
      answers: ['No', 'Good answer', 'No', 'No'],
      solution: 1,
      time: 3,
      image: 'https://pictures.example/a.webp',
    },
    { question: 'Two?', answers: ['a', 'b', 'c', 'd', 'e'], solutions: [0, 4], time: 20, isBonus: true },
    { question: 'Typed?', answers: ['Lima'], time: 20, media: { type: 'audio', url: 'sound.mp3' } },
    { question: 'None?', answers: ['a', 'b'], time: 20, image: 'hill.png' },
    { question: 'Beyond?', answers: ['a', 'b'], solutions: [7], time: 20 },
    { text: 'Another shape' },
  ];
  expect(await told({ subject: 'Rivers', questions })).toEqual({
    format: 'Razzia (Rahoot)',
    title: 'Rivers',
    lines: [
      'question 1: choice "Second?" options ["a","b","c"] right 2 seconds 15',
      'question 2: choice "Old?" options ["No","Good answer"] right 2 seconds 5; the picture https://pictures.example/a.webp was left out: pictures by address are not fetched; answer 3 says the same as answer 1: left out; answer 4 says the same as answer 1: left out; 3 s to answer became 5 s',
      'question 3: several "Two?" options ["a","b","c","d","e"] right [1,5] seconds 20',
      'question 4: typed "Typed?" accepted ["Lima"] seconds 20; sound.mp3 was left out: film and sound are not taken yet',
      'question 5: choice "None?" options ["a","b"] seconds 20; the picture hill.png was left out: it is not in the file',
      'question 6: choice "Beyond?" options ["a","b"] seconds 20; answer 8 was marked right, but there is none',
      'question 7: LEFT "{\\"text\\":\\"Another shape\\"}" it has no text with a list of answers',
      'Not taken: “isBonus”.',
    ],
    media: NONE,
  });
});

const CLASSQUIZ = {
  title: 'Plants',
  questions: [
    {
      question: 'Green?',
      time: '20',
      type: 'ABCD',
      image: '0',
      answers: [
        { right: true, answer: 'leaf' },
        { right: false, answer: 'root' },
      ],
    },
    {
      question: 'Which grow?',
      time: '20',
      type: 'CHECK',
      image: null,
      answers: [
        { right: true, answer: 'oak' },
        { right: false, answer: 'iron' },
      ],
    },
    { question: 'Like it?', time: '20', type: 'VOTING', answers: [{ answer: 'yes' }, { answer: 'no' }] },
    { question: 'Name?', time: '400', type: 'TEXT', answers: [{ answer: 'Oak', case_sensitive: false }] },
    { question: 'How high?', time: '20', type: 'RANGE', answers: { min: 0, max: 9, min_correct: 2, max_correct: 3 } },
    { question: 'Order?', time: '20', type: 'ORDER', answers: [{ answer: 'seed' }, { answer: 'tree' }] },
    { question: 'Welcome', time: '', type: 'SLIDE', answers: '' },
  ],
};
const FROM_CLASSQUIZ = [
  'question 2: several "Which grow?" options ["oak","iron"] right [1] seconds 20',
  'question 3: poll "Like it?" options ["yes","no"] seconds 20',
  'question 4: typed "Name?" accepted ["Oak"] seconds 240; 400 s to answer became 240 s',
  'question 5: LEFT "How high?" “RANGE” is a kind of question that we do not have',
  'question 6: LEFT "Order? seed | tree" “ORDER” is a kind of question that we do not have',
  'question 7: LEFT "Welcome" “SLIDE” is a kind of question that we do not have',
];

test('ClassQuiz: its JSON, and its archive with pictures by number', async () => {
  expect(await told(CLASSQUIZ)).toEqual({
    format: 'ClassQuiz',
    title: 'Plants',
    lines: [
      'question 1: choice "Green?" options ["leaf","root"] right 1 seconds 20; the picture 0 was left out: it is not in the file',
      ...FROM_CLASSQUIZ,
    ],
    media: NONE,
  });
  const marks = [
    [0xc7, 0xc7, 0xc7, 0, 0xc6, 0xc6, 0xc6, 0, 0x30, 0xc5, 0xc5, 0],
    PNG,
    [0xc6, 0xc6, 0xc6, 0, 0x2d, 0x31, 0xc5, 0xc5, 0],
    PNG,
  ];
  const archive = Buffer.concat([gzipSync(strToU8(JSON.stringify(CLASSQUIZ))), ...marks.map((one) => Uint8Array.from(one))]);
  expect(await told(archive)).toEqual({
    format: 'ClassQuiz',
    title: 'Plants',
    lines: [
      'question 1: choice "Green?" options ["leaf","root"] right 1 picture {"file":"picture-1.png","alt":"Picture"} seconds 20; the picture has no description: it says “Picture”',
      ...FROM_CLASSQUIZ,
    ],
    media: new Map([['picture-1.png', PNG]]),
  });
});

const FUIZ = `title = "Hills"
[[slides]]
[slides.MultipleChoice]
title = "Which is a hill?"
media.Image.Url.url = "hill.png"
media.Image.Url.alt = "A green hill"
time_limit = 30000
points_awarded = 1000
answers = [{ content.Text = "a", correct = true }, { content.Text = "b", correct = false }]
[[slides]]
[slides.TypeAnswer]
title = "Name it"
time_limit = 300000
answers = ["Hill", "hill"]
[[slides]]
[slides.Order]
title = "From low to high"
answers = ["sea", "hill"]
`;

test('Fuiz: TOML alone, or in a zip with its pictures', async () => {
  const rest = [
    'slide 2: typed "Name it" accepted ["Hill","hill"] seconds 240; 300 s to answer became 240 s',
    'slide 3: LEFT "From low to high sea | hill" “Order” is a kind of question that we do not have',
  ];
  expect(await told(FUIZ)).toEqual({
    format: 'Fuiz',
    title: 'Hills',
    lines: [
      'slide 1: choice "Which is a hill?" options ["a","b"] right 1 seconds 30; the picture hill.png was left out: it is not in the file',
      ...rest,
    ],
    media: NONE,
  });
  expect(await told(zipSync({ 'config.toml': strToU8(FUIZ), 'hill.png': PNG }))).toEqual({
    format: 'Fuiz',
    title: 'Hills',
    lines: [
      'slide 1: choice "Which is a hill?" options ["a","b"] right 1 picture {"file":"picture-1.png","alt":"A green hill"} seconds 30',
      ...rest,
    ],
    media: new Map([['picture-1.png', PNG]]),
  });
});
