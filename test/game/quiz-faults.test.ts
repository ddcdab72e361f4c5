// Every sentence that a faulty quiz file can be told.
import { expect, test } from 'vitest';
import { parseQuiz, quizFaultLine } from '../../game/quiz/quiz.ts';

const choice = { kind: 'choice', text: 'Which?', options: ['a', 'b'], right: 1 };
const faultsOf = (json: unknown) => {
  const parsed = parseQuiz(json);
  return 'faults' in parsed ? parsed.faults.map(quizFaultLine) : [];
};
const about = (fields: object) => faultsOf({ title: 'T', language: 'en', questions: [{ ...choice, ...fields }] });

const PICTURE = 'the path of an .svg, .png, .jpg or .webp file beside the quiz (no address, no folder above it)';

const SOUND = 'the path of an .mp3, .m4a, .ogg, .wav or .webm file beside the quiz (no address, no folder above it)';
const VIDEO = 'the path of an .mp4 or .webm file beside the quiz (no address, no folder above it)';

test.each<[object, string[]]>([
  [{ text: 5 }, ['text: should be a text of 1 to 300 characters, is 5']],
  [{ text: undefined }, ['text: should be given, is missing']],
  [{ text: '  ' }, ['text: should be a text of 1 to 300 characters, is "  "']],
  [{ seconds: '9' }, ['seconds: should be a whole number from 5 to 240, is "9"']],
  [{ seconds: 9.5 }, ['seconds: should be a whole number from 5 to 240, is 9.5']],
  [{ reading: 61 }, ['reading: should be a whole number from 1 to 60, is 61']],
  [{ points: '1000' }, ['points: should be 0, 1000 or 2000, is "1000"']],
  [{ picture: 'a.png' }, ['picture: should be an object with file and alt, is "a.png"']],
  [{ picture: { file: 1, alt: 'x' } }, [`picture file: should be ${PICTURE}, is 1`]],
  [{ picture: { file: 'a.gif', alt: 'x' } }, [`picture file: should be ${PICTURE}, is "a.gif"`]],
  [{ picture: { file: 'a.png' } }, ['picture alt: should be given, is missing']],
  [{ picture: { file: 'a.png', small: 'b.gif', alt: 'x' } }, [`picture small: should be ${PICTURE}, is "b.gif"`]],
  [{ sound: { file: 'a.mid', alt: 'x' } }, [`sound file: should be ${SOUND}, is "a.mid"`]],
  [{ sound: { file: 'a.mp3' } }, ['sound alt: should be given, is missing']],
  [{ video: { file: '../a.mp4', alt: 'x' } }, [`video file: should be ${VIDEO}, is "../a.mp4"`]],
  [
    { video: { file: 'a.mp4', alt: 'x' }, picture: { file: 'a.png', alt: 'x' } },
    ['video: should be alone (without picture), is {"file":"a.mp4","alt":"x"}'],
  ],
  [
    { video: { file: 'a.webm', alt: 'x' }, sound: { file: 'a.ogg', alt: 'x' } },
    ['video: should be alone (without sound), is {"file":"a.webm","alt":"x"}'],
  ],
  [{ sound: { file: 'a.M4A', alt: 'x' }, picture: { file: 'a.png', alt: 'x' } }, []],
  [{ explanation: '' }, ['explanation: should be a text of 1 to 300 characters, is ""']],
  [{ options: 'a' }, ['options: should be a list of 2 to 6 texts, is "a"']],
  [{ options: ['a'] }, ['options: should be a list of 2 to 6 texts, is ["a"]']],
  [
    { options: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
    ['options: should be a list of 2 to 6 texts, is ["a","b","c","d","e","f","g"]'],
  ],
  [{ options: ['a', 2] }, ['options 2: should be text, is 2']],
  [{ options: ['a', ''] }, ['options 2: should be a text of 1 to 150 characters, is ""']],
  [{ options: ['x'.repeat(151), 'b'] }, [`options 1: should be a text of 1 to 150 characters, is "${'x'.repeat(56)}…`]],
  [{ right: '1' }, ['right: should be an option’s number, counted from 1, is "1"']],
  [{ right: 1.5 }, ['right: should be an option’s number, counted from 1, is 1.5']],
  [{ right: 0 }, ['right: should be an option’s number, counted from 1, is 0']],
  [{ right: 7 }, ['right: should be an option’s number, counted from 1, is 7']],
  [{ right: 3 }, ['right: should be an option’s number, from 1 to 2, is 3']],
  [{ right: 2, options: [' a', 'a '] }, ['options: should be options that all differ, is ["a","a"]']],
  [{ kind: 'several', right: 1 }, ['right: should be a list of at least one option’s number, counted from 1, is 1']],
  [{ kind: 'several', right: [] }, ['right: should be a list of at least one option’s number, counted from 1, is []']],
  [{ kind: 'several', right: [1, 3] }, ['right: should be numbers from 1 to 2, is [1,3]']],
  [{ kind: 'several', right: [1, 1] }, ['right: should be numbers that all differ, is [1,1]']],
  [
    { kind: 'several', right: [1], partial: 'yes' },
    ['partial: should be true (a share of the points for each) or false (all or nothing), is "yes"'],
  ],
  [{ kind: 'several', right: [1], hint: 'b' }, ['hint: should be left out (no such field), is there']],
  [
    { kind: 'true-false', right: 1, options: undefined },
    ['right: should be true or false, is 1', 'options: should be left out (no such field), is there'],
  ],
])('Q2, Q3 of %j it says what would be right', (fields, expected) => {
  expect(about(fields)).toEqual(expected.map((line) => `question 1, ${line}`));
});

test('what stands around the questions is told as well', () => {
  expect(faultsOf({ title: 1, language: 2, questions: 3 })).toEqual([
    'title: should be a text of 1 to 80 characters, is 1',
    'language: should be a language tag such as en or pt-BR, is 2',
    'questions: should be a list of questions, is 3',
  ]);
  expect(faultsOf({ $schema: 1, title: 'T', language: 'en', questions: [] })).toEqual([
    '$schema: should be the address of the schema, is 1',
    'questions: should be a list of 1 to 200 questions, is []',
  ]);
  expect(faultsOf({ title: 'T', language: 'en', questions: Array.from({ length: 201 }, () => choice) })).toEqual([
    expect.stringMatching(/^questions: should be a list of 1 to 200 questions, is \[\{/),
  ]);
  expect(faultsOf({})).toEqual(['title', 'language', 'questions'].map((field) => `${field}: should be given, is missing`));
  expect(['a', null].map(faultsOf)).toEqual(
    ['"a"', 'null'].map((is) => [`the file: should be an object with title, language and questions, is ${is}`]),
  );
  expect(faultsOf({ title: 'T', language: 'en', questions: ['Which?', 7] })).toEqual([
    'question 1: should be a kind of question: choice, several, true-false, poll, typed, is "Which?"',
    'question 2: should be a kind of question: choice, several, true-false, poll, typed, is 7',
  ]);
});

test('a value is shown in up to 60 characters, a longer one is cut', () => {
  const [fits] = about({ seconds: 'x'.repeat(58) });
  const [cut] = about({ seconds: 'x'.repeat(59) });
  expect(fits).toMatch(/is "x{58}"$/);
  expect(cut).toMatch(/is "x{56}…$/);
});

test('faults come in the order of the file, whichever check finds them', () => {
  const questions = Array.from({ length: 11 }, () => ({ ...choice, right: 2, options: ['a', 'a'] }));
  const lines = faultsOf({ title: 'T', language: 'en', questions: [...questions, { ...choice, seconds: 1 }] });
  expect(lines.map((line) => Number(/\d+/.exec(line)?.[0]))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('each language tag is one or is told', () => {
  const tags = ['en', 'pt-BR', 'zh-Hans', 'e', 'engl', 'en_US', '-en', 'en-', 'en-toolongsubtag', 'x en'];
  const isTag = (language: string) => faultsOf({ title: 'T', language, questions: [choice] }).length === 0;
  expect(tags.filter(isTag)).toEqual(['en', 'pt-BR', 'zh-Hans']);
});

test('faults stand in the order of the questions, those of a whole file first, and all of a question are told', () => {
  const questions = Array.from({ length: 12 }, (_, i) => (i === 1 || i === 10 ? { ...choice, right: 3, seconds: 1 } : choice));
  expect(faultsOf({ title: '', language: 'en', questions })).toEqual([
    'title: should be a text of 1 to 80 characters, is ""',
    'question 2, seconds: should be a whole number from 5 to 240, is 1',
    'question 2, right: should be an option’s number, from 1 to 2, is 3',
    'question 11, seconds: should be a whole number from 5 to 240, is 1',
    'question 11, right: should be an option’s number, from 1 to 2, is 3',
  ]);
});

test('what hangs together is not judged while one part of it is faulty', () => {
  expect(about({ options: ['a', 5], right: 3 })).toEqual(['question 1, options 2: should be text, is 5']);
  expect(about({ kind: 'essay', right: 3 })).toHaveLength(1);
});

test('options that differ in letter case only are different', () => {
  expect(about({ options: ['Polish', 'polish'] })).toEqual([]);
  expect(about({ options: ['Polish', ' Polish '] })).toEqual([
    'question 1, options: should be options that all differ, is ["Polish","Polish"]',
  ]);
});
