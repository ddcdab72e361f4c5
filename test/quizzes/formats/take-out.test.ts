// Out and in again is the same quiz, or what was lost was said.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuiz, type Quiz } from '../../../game/quiz/quiz.ts';
import { bring } from '../../../quizzes/formats/bring.ts';
import { giftWriter } from '../../../quizzes/formats/out/gift-writer.ts';
import { jsonFile } from '../../../quizzes/formats/out/quizcast-file.ts';
import { takeOut } from '../../../quizzes/formats/out/take-out.ts';
import { WRITERS } from '../../../quizzes/formats/out/writers.ts';

const PNG = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ'), (one) => one.charCodeAt(0));

function quizOf(questions: unknown[], title = 'Rivers', language = 'en'): Quiz {
  const parsed = parseQuiz({ title, language, questions });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
}

const EVERY_KIND = quizOf([
  { kind: 'choice', text: 'Which?', options: ['a', 'b', 'c'], right: 2, explanation: 'So.' },
  { kind: 'several', text: 'Which of them?', options: ['a', 'b', 'c'], right: [1, 3], partial: true },
  { kind: 'several', text: 'All of them?', options: ['a', 'b', 'c'], right: [1, 3] },
  { kind: 'true-false', text: 'Is it?', right: false },
  { kind: 'typed', text: 'Who?', accepted: ['I', 'you'] },
  { kind: 'poll', text: 'Where to?', options: ['here', 'there'] },
  {
    kind: 'choice',
    text: 'What is it?',
    options: ['a', 'b'],
    right: 1,
    seconds: 45,
    picture: { file: 'a/b c.png', alt: 'A "thing"' },
  },
]);

test('each format says beforehand what it cannot hold', async () => {
  const pictures = new Map([['a/b c.png', PNG]]);
  const said = await Promise.all(
    WRITERS.map(async (writer) => [writer.name, (await takeOut(EVERY_KIND, writer, pictures)).losses]),
  );
  expect(Object.fromEntries(said)).toEqual({
    'Kahoot quiz': [
      'The language of the quiz is not kept.',
      'The explanation is not kept: question 1.',
      'Whether each right option earns a share is not kept: question 2.',
      'The kind of question is not kept: question 4.',
      'Cannot be written in this format: questions 5-6.',
      'The time to answer is not kept: question 7.',
      'The picture is not kept: question 7.',
    ],
    Table: [
      'The title of the quiz is not kept.',
      'The language of the quiz is not kept.',
      'Whether each right option earns a share is not kept: question 2.',
      'The picture is not kept: question 7.',
    ],
    'Moodle GIFT': [
      'The language of the quiz is not kept.',
      'Has to be finished after it is brought in again: question 6.',
      'The picture is not kept: question 7.',
    ],
    'Moodle XML': [
      'The language of the quiz is not kept.',
      'Has to be finished after it is brought in again: question 6.',
      'The time to answer is not kept: question 7.',
    ],
    'QTI 2.1': ['Has to be finished after it is brought in again: question 6.', 'The time to answer is not kept: question 7.'],
  });
});

test('GIFT is as Moodle reads it', async () => {
  const quiz = quizOf(
    [
      {
        kind: 'several',
        text: 'Which {of} them: ~a = #b?',
        options: ['50 %', '%50%', '[html]'],
        right: [1, 3],
        seconds: 30,
        explanation: 'So.',
      },
      { kind: 'choice', text: 'Two\nlines', options: ['\\frac', 'b'], right: 1 },
      { kind: 'true-false', text: 'Is it?', right: true },
      { kind: 'typed', text: 'Who?', accepted: ['I', 'you'] },
    ],
    'Up/down',
  );
  expect(new TextDecoder().decode((await takeOut(quiz, giftWriter)).bytes)).toBe(`$CATEGORY: $course$/top/Up//down

// @time: 30
::Q1::[plain]Which \\{of\\} them\\: \\~a \\= \\#b? {
\t~%50%50 %
\t~%-100%[plain]%50%
\t~%50%[plain][html]
\t####So.
}

::Q2::[plain]Two\\nlines {
\t=\\\\frac
\t~b
}

::Q3::[plain]Is it? {
\tTRUE
}

::Q4::[plain]Who? {
\t=I
\t=you
}
`);
});

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'ab {}=~#:\\%[]<>&"\'*/-.)(1A\n$_;'), minLength: 1, maxLength: 40 }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '');
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const more = fc.record({
  seconds: optional(fc.integer({ min: 5, max: 240 })),
  explanation: optional(words),
  points: optional(fc.constantFrom(0, 2000)),
});
const options = fc.uniqueArray(words, { minLength: 2, maxLength: 6 });
const question = fc.oneof(
  fc
    .tuple(words, options, fc.nat(), more)
    .map(([text, all, at, rest]) => ({ kind: 'choice', text, options: all, right: (at % all.length) + 1, ...rest })),
  fc.tuple(words, options, fc.boolean(), fc.integer({ min: 1, max: 63 }), more).map(([text, all, partial, mask, rest]) => {
    const right = all.map((_, i) => i + 1).filter((number) => (mask >> (number - 1)) % 2 === 1);
    return { kind: 'several', text, options: all, right: right.length ? right : [1], partial, ...rest };
  }),
  fc.tuple(words, fc.boolean(), more).map(([text, right, rest]) => ({ kind: 'true-false', text, right, ...rest })),
  fc
    .tuple(words, fc.uniqueArray(words, { minLength: 1, maxLength: 5 }), more)
    .map(([text, accepted, rest]) => ({ kind: 'typed', text, accepted, ...rest })),
  fc.tuple(words, options, more).map(([text, all, rest]) => ({ kind: 'poll', text, options: all, ...rest })),
);
const without = (one: object) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
const quizzes = fc
  .tuple(fc.array(question, { minLength: 1, maxLength: 4 }), words)
  .map(([all, title]) => quizOf(all.map(without), title));

test('JSON is the same quiz again, finished or not, but for its pictures', async () => {
  const drafts = fc.array(fc.oneof(question.map(without), fc.constant({ kind: 'choice', text: '' })), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(drafts, words, async (questions, title) => {
      const { bytes, losses } = jsonFile({ title, language: 'de', questions });
      const back = await bring({ name: 'any', bytes });
      if ('refused' in back) throw new Error(back.refused);
      expect([back.title, back.language, losses]).toEqual([title, 'de', []]);
      expect(back.entries.map((entry) => entry.outcome === 'read' && entry.draft)).toEqual(questions);
    }),
    { numRuns: 100 },
  );
  const { title, language, questions } = EVERY_KIND;
  const { bytes, losses } = jsonFile({ title, language, questions: questions.map((one) => ({ ...one })) });
  expect(losses).toEqual(['The picture is not kept: question 7.']);
  const plain = questions.map(({ picture: _, ...rest }) => rest);
  expect(parseQuiz(JSON.parse(new TextDecoder().decode(bytes)))).toEqual({ quiz: { title, language, questions: plain } });
});

test('losses name questions by their numbers in the whole quiz', async () => {
  const { losses } = await takeOut(quizOf(EVERY_KIND.questions.slice(5)), giftWriter, new Map(), [8, 9]);
  expect(losses).toEqual([
    'The language of the quiz is not kept.',
    'Has to be finished after it is brought in again: question 8.',
    'The picture is not kept: question 9.',
  ]);
});

/** Kahoot knows few kinds; tables read numbers in many ways. */
const IN_TEXT = WRITERS.filter(({ name }) => !['Kahoot quiz', 'Table'].includes(name));

/** A package of many files takes longer. */
const RUNS: Record<string, number> = { 'QTI 2.1': 50 };

describe.each(IN_TEXT)('$name', (writer) => {
  test('a quiz that loses nothing is the same quiz', async () => {
    await fc.assert(
      fc.asyncProperty(quizzes, async (quiz) => {
        const { bytes, losses } = await takeOut(quiz, writer);
        const brought = await bring({ name: 'any', bytes });
        if ('refused' in brought) throw new Error(brought.refused);
        expect(brought.format).toBe(writer.reader.name);
        expect(brought.entries.length).toBe(quiz.questions.length);
        const questions = brought.entries.map((entry) => entry.outcome === 'read' && entry.draft);
        const back = parseQuiz({ title: brought.title ?? 'Any', language: brought.language ?? quiz.language, questions });
        if (losses.filter((loss) => !/language|title/.test(loss)).length) return;
        expect('quiz' in back && back.quiz.questions).toEqual(quiz.questions);
      }),
      { numRuns: RUNS[writer.name] ?? 200 },
    );
  });

  test('plain words lose no more than points, times and polls', async () => {
    // Moodle takes an arrow in typed answers for pairs to match.
    const plain = fc.string({ unit: fc.constantFrom(...'abcdefg äß{}=~#:%<&"'), minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(plain, plain, async (one, other) => {
        const text = `q${one.replace(/\s+/g, '-')}`;
        const [first, second] = [`a${text}`, `b${other.replace(/\s+/g, '-')}`];
        const quiz = quizOf([
          { kind: 'choice', text, options: [first, second], right: 2, explanation: text },
          { kind: 'several', text, options: [first, second, 'c'], right: [1, 2], partial: true },
          { kind: 'typed', text, accepted: [first, second] },
          { kind: 'true-false', text, right: true },
        ]);
        const { losses } = await takeOut(quiz, writer);
        expect(losses.filter((loss) => !loss.includes('language'))).toEqual([]);
      }),
      { numRuns: RUNS[writer.name] ?? 200 },
    );
  });
});
