// Kahoot's template and a table: out and in again is the same quiz, or what was lost was said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuiz, type Quiz } from '../../../game/quiz/quiz.ts';
import { bring } from '../../../quizzes/formats/bring.ts';
import { kahootWriter } from '../../../quizzes/formats/out/kahoot-writer.ts';
import { tableWriter } from '../../../quizzes/formats/out/table-writer.ts';
import { takeOut } from '../../../quizzes/formats/out/take-out.ts';
import { broughtFrom, lines } from './brought.ts';

function quizOf(questions: unknown[], title = 'Rivers'): Quiz {
  const parsed = parseQuiz({ title, language: 'en', questions });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
}

const QUIZ = quizOf([
  { kind: 'choice', text: '=1+1', options: ['2', '+2', '@2'], right: 2, explanation: 'So, "it" is;\nor not.', seconds: 30 },
  { kind: 'several', text: 'Which, of; them?', options: ['a', 'b', 'c'], right: [1, 3] },
  { kind: 'true-false', text: 'Is it?', right: false, seconds: 45 },
  { kind: 'typed', text: 'Who?', accepted: ['I', '-5'] },
  { kind: 'poll', text: 'Where to?', options: ['here', 'there'] },
]);

test('a table is as any spreadsheet opens it, and no cell of it is run', async () => {
  const { bytes } = await takeOut(QUIZ, tableWriter);
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    [
      '\uFEFFQuestion,Type,Option 1,Option 2,Option 3,Option 4,Option 5,Option 6,Correct answer,Time in seconds,Explanation',
      `"'=1+1",Multiple choice,2,"'+2","'@2",,,,2,30,"So, ""it"" is;\nor not."`,
      '"Which, of; them?",Multiple select,a,b,c,,,,"1,3",20,',
      'Is it?,True or false,,,,,,,FALSE,45,',
      'Who?,Typed answer,,,,,,,I; -5,20,',
      'Where to?,Poll,here,there,,,,,,20,',
      '',
    ].join('\r\n'),
  );
  expect(lines(await broughtFrom('a.csv', bytes))).toEqual([
    'row 2: choice "=1+1" options ["2","+2","@2"] right 2 explanation "So, \\"it\\" is;\\nor not." seconds 30',
    'row 3: several "Which, of; them?" options ["a","b","c"] right [1,3] seconds 20',
    'row 4: true-false "Is it?" right false seconds 45',
    'row 5: typed "Who?" accepted ["I","-5"] seconds 20',
    'row 6: poll "Where to?" options ["here","there"] seconds 20',
  ]);
});

test('Kahoot’s template is filled in as Kahoot takes it', async () => {
  const long = { kind: 'choice', text: 'x'.repeat(121), options: ['y'.repeat(76), 'b'], right: 1 };
  const { bytes, losses } = await takeOut(quizOf([...QUIZ.questions, long]), kahootWriter);
  const brought = await broughtFrom('a.xlsx', bytes);
  expect([brought.format, brought.title, ...lines(brought)]).toEqual([
    'Kahoot quiz',
    'Rivers',
    'row 9: choice "=1+1" options ["2","+2","@2"] right 2 seconds 30',
    'row 10: several "Which, of; them?" options ["a","b","c"] right [1,3] seconds 20',
    'row 11: choice "Is it?" options ["True","False"] right 2 seconds 60',
    `row 12: choice "${'x'.repeat(121)}" options ["${'y'.repeat(76)}","b"] right 1 seconds 20`,
  ]);
  expect(losses).toEqual([
    'The language of the quiz is not kept.',
    'The explanation is not kept: question 1.',
    'The kind of question is not kept: question 3.',
    'Cannot be written in this format: questions 4-5.',
    'Kahoot takes questions of 120 characters at most. Shorten them there: question 6.',
    'Kahoot takes answers of 75 characters at most. Shorten them there: question 6.',
  ]);
});

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'ab ,;=+-@\t\'"|<>&123()\n$_;'), minLength: 1, maxLength: 30 }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const more = fc.record({ seconds: fc.integer({ min: 5, max: 240 }) });
const options = fc.uniqueArray(words, { minLength: 2, maxLength: 6 });
const question = fc.oneof(
  fc
    .tuple(words, options, fc.nat(), more)
    .map(([text, all, at, rest]) => ({ kind: 'choice', text, options: all, right: (at % all.length) + 1, ...rest })),
  fc.tuple(words, options, more).map(([text, all, rest]) => ({ kind: 'several', text, options: all, right: [1, 2], ...rest })),
  fc.tuple(words, fc.boolean(), more).map(([text, right, rest]) => ({ kind: 'true-false', text, right, ...rest })),
  fc
    .tuple(words, fc.uniqueArray(words, { minLength: 1, maxLength: 4 }), more)
    .map(([text, accepted, rest]) => ({ kind: 'typed', text, accepted, ...rest })),
  fc.tuple(words, options, more).map(([text, all, rest]) => ({ kind: 'poll', text, options: all, ...rest })),
);
const quizzes = fc.array(question, { minLength: 1, maxLength: 4 }).map((all) => quizOf(all));

describe.each([tableWriter, kahootWriter])('$name', (writer) => {
  test('each question comes back as it was, or what is lost is said', async () => {
    await fc.assert(
      fc.asyncProperty(quizzes, async (quiz) => {
        const held = quiz.questions.filter(writer.holds);
        const { bytes, losses } = await takeOut(quiz, writer);
        const brought = await bring({ name: 'any', bytes });
        if ('refused' in brought) {
          expect([held, losses.some((loss) => loss.startsWith('Cannot be written in this format'))]).toEqual([[], true]);
          return;
        }
        expect(brought.entries.length).toBe(held.length);
        if (losses.some((loss) => !/^(The (title|language) of|Cannot be written)/.test(loss))) return;
        const questions = brought.entries.map((entry) => entry.outcome === 'read' && entry.draft);
        const back = parseQuiz({ title: 'Any', language: 'en', questions });
        expect('quiz' in back && back.quiz.questions).toEqual(held);
      }),
      { numRuns: writer === kahootWriter ? 25 : 100 },
    );
  });

  test('plain words lose nothing but what the format does not know', async () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abcdefg äß1='), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(plain, plain, async (one, other) => {
        const text = `q${one.replace(/\s+/g, '-')}`;
        const [first, second] = [`x${text}`, `y${other.replace(/\s+/g, '-')}`];
        const quiz = quizOf([
          { kind: 'choice', text, options: [first, second], right: 2 },
          { kind: 'several', text, options: [first, second, '3'], right: [1, 3], seconds: 60 },
        ]);
        const { losses } = await takeOut(quiz, writer);
        expect(losses.filter((loss) => !/title|language/.test(loss))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
