import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerInWords, askedOf, creditsOf, liveSummary, solutionInWords, withOutcome } from '../../game/quiz/questions/asked.ts';
import { type Question, worth } from '../../game/quiz/questions/index.ts';
import { quizOf } from './samples.ts';

const question = (fields: object): Question => quizOf({ text: 'Which?', ...fields }).questions[0]!;
const choice = question({ kind: 'choice', options: ['a', 'b', 'c'], right: 2 });
const strict = question({ kind: 'several', options: ['a', 'b', 'c', 'd'], right: [1, 3] });
const partial = question({ kind: 'several', options: ['a', 'b', 'c', 'd'], right: [3, 1], partial: true });
const trueFalse = question({ kind: 'true-false', right: false });
const poll = question({ kind: 'poll', options: ['a', 'b', 'c'] });
const anyOf = question({ kind: 'poll', options: ['a', 'b', 'c'], several: true });
const EN = { language: 'en' };
const LIMITS = { bytes: 1500 };
const shares = (one: Question, answers: string[]) => creditsOf(one, EN, answers);
const outcome = (one: Question, answers: string[] = []) => withOutcome(one, EN, answers, LIMITS).outcome;

test('S4 one right answer: all or nothing', () => expect(shares(choice, ['1', '2', '3'])).toEqual([0, 1, 0]));

test('S4 several right answers, all or nothing', () => {
  expect(shares(strict, ['1,3', '1', '3', '1,2,3', '2', '1,2,3,4'])).toEqual([1, 0, 0, 0, 0, 0]);
});

test('S4 several right answers with partial credit: a wrong one takes away what a right one gave', () => {
  expect(shares(partial, ['1,3', '1', '3', '1,2,3', '1,2', '2', '1,2,3,4'])).toEqual([1, 0.5, 0.5, 0.5, 0, 0, 0]);
});

test('S4 true or false', () => expect(shares(trueFalse, ['1', '2'])).toEqual([0, 1]));

describe('what is no answer to the question earns nothing and is not counted', () => {
  test.each([
    ['an option that does not exist', '4'],
    ['two where one is asked for', '1,2'],
    ['nothing', ''],
    ['a word', 'Lima'],
    ['numbers that do not ascend', '2,1'],
    ['a number twice', '2,2'],
    ['a script', '<script>'],
  ])('%s', (_, answer) => expect(outcome(choice, ['2', answer])).toMatchObject({ summary: [0, 1, 0], answers: 2, right: 1 }));
});

test('P3 the bars count each option named, in their order', () => {
  expect(outcome(strict, ['1,3', '1', '9', 'x', '3,4'])?.summary).toEqual([2, 0, 2, 1]);
  expect(outcome(trueFalse, ['1', '2', '2'])?.summary).toEqual([1, 2]);
});

test('P3 the reveal says how many of the answers earned all', () => {
  expect(outcome(partial, ['1,3', '1', '3', '1,3', '2'])).toMatchObject({ answers: 5, right: 2 });
  expect(outcome(poll, ['1', '2'])).toEqual({ solution: { right: [] }, summary: [1, 1, 0], answers: 2 });
});

describe('S10 a poll', () => {
  test('is not graded, and is worth nothing whatever its points say', () => {
    expect([creditsOf(poll, EN, ['1']), worth({ ...poll, points: 2000 }), worth(choice)]).toEqual([undefined, 0, 1000]);
  });

  test('counts one option each, or as many as one likes, while it is open and at its reveal alike', () => {
    const answers = ['1', '1', '3', '1,2', '4', 'x'];
    for (const [one, summary] of [
      [poll, [2, 0, 1]],
      [anyOf, [3, 1, 1]],
    ] as const) {
      expect(liveSummary(askedOf(one, EN), answers, LIMITS)).toEqual({ kind: 'poll', summary });
      expect(outcome(one, answers)?.summary).toEqual(summary);
    }
  });

  test('shows its options and nothing right', () => {
    expect(askedOf(poll, EN).prompt).toEqual({ options: ['a', 'b', 'c'], several: false });
    expect([answerInWords(anyOf, EN, '1,3'), solutionInWords(poll, EN)]).toEqual(['a + c', '']);
  });
});

test('V1 of a graded question even the host sees nothing of the answers while it is open', () => {
  for (const one of [choice, strict, trueFalse]) expect(liveSummary(askedOf(one, EN), ['1', '2'], LIMITS)).toBeUndefined();
});

test('R1 answers and solutions are told in words', () => {
  const words = [choice, strict, trueFalse].map((one) => answerInWords(one, EN, one === strict ? '1,3' : '2'));
  expect(words).toEqual(['b', 'a + c', 'False']);
  expect([choice, partial, trueFalse].map((one) => solutionInWords(one, EN))).toEqual(['b', 'a + c', 'False']);
});

test('S4 whatever is chosen, the share is between nothing and all, and all is earned by exactly the right ones', () => {
  const options = fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 1 }).map((numbers) => [...numbers].sort());
  fc.assert(
    fc.property(options, options, fc.boolean(), (right, given, isPartial) => {
      const one = question({ kind: 'several', options: ['a', 'b', 'c', 'd', 'e', 'f'], right, partial: isPartial });
      const [share = Number.NaN] = shares(one, [given.join(',')]) ?? [];
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1);
      expect(share === 1).toBe(String(right) === String(given));
    }),
  );
});

test('V1 what a kind shows before the seal is the same whichever answer is right', () => {
  const kinds = [
    [choice, question({ kind: 'choice', options: ['a', 'b', 'c'], right: 3 })],
    [strict, question({ kind: 'several', options: ['a', 'b', 'c', 'd'], right: [2], partial: true })],
    [trueFalse, question({ kind: 'true-false', right: true })],
  ] as const;
  for (const [one, other] of kinds) expect(askedOf(one, EN)).toEqual(askedOf(other, EN));
});

test('P3 what a reveal shows of each kind is its right options, in their order', () => {
  const solutions = [choice, strict, partial, trueFalse, question({ kind: 'true-false', right: true })];
  expect(solutions.map((one) => outcome(one)?.solution)).toEqual([
    { right: [2] },
    { right: [1, 3], partial: false },
    { right: [1, 3], partial: true },
    { right: [2] },
    { right: [1] },
  ]);
});

test('V1 what a question shows of each kind before its reveal are its options, if it has any, and never the right ones', () => {
  const prompts = [choice, strict, partial, trueFalse].map((one) => askedOf(one, EN).prompt);
  expect(prompts).toEqual([
    { options: ['a', 'b', 'c'], several: false },
    { options: ['a', 'b', 'c', 'd'], several: true },
    { options: ['a', 'b', 'c', 'd'], several: true },
    {},
  ]);
});
