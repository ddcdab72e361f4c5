// Another program's grading, from RULES and PROTOCOL alone, and the server's are the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditOf, withOutcome } from '../../game/quiz/questions/asked.ts';
import type { Question } from '../../game/quiz/questions/index.ts';
import { TOLERANCES } from '../../game/quiz/questions/text/tolerances.ts';
import { gradeAnswer, streakAfter } from '../../game/scoring/grade-answer.ts';
import { placeIn, rankTable } from '../../game/seats/rank-table.ts';
import { OPENS, quizOf, turnOf } from '../game/samples.ts';
import { creditFor } from '../support/sample-client/kinds.ts';
import { derived } from '../support/sample-client/own-result.ts';
import { placeOf } from '../support/sample-client/rank-table.ts';

const options = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 2 });
const onOptions = fc
  .tuple(options, fc.nat(), fc.boolean(), fc.boolean())
  .chain(([all, nth, yes, several]) =>
    fc
      .subarray(
        all.map((_, i) => i + 1),
        { minLength: 1 },
      )
      .map((right) => [
        { kind: 'choice', options: all, right: 1 + (nth % all.length) },
        { kind: 'several', options: all, right, partial: yes },
        { kind: 'true-false', right: yes },
        { kind: 'poll', options: all, several },
      ]),
  )
  .chain((kinds) => fc.constantFrom(...kinds));
const someOptions = fc.oneof(
  fc.subarray([1, 2, 3, 4, 5, 6], { minLength: 1 }).map(String),
  fc.constantFrom('0', '7', '3,1', '1,1', '1,', 'a', ' 1'),
);

const WORDS = ['Malmö', 'Koeln', 'Köln', 'STRASSE', 'straße', 'Aarhus', 'Århus', 'øl', 'Łódź', 'ısı', 'İzmir', 'ñandú', 'œuvre'];
const SIGNS = [' ', '-', '-5', '1.5', '3:10', 'C#', "'", '¿', '\u200d', '\u0301', 'ﬁ', 'Ａ', 'שָׁ', 'مُ', 'の', 'की'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS, ...SIGNS), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join('').slice(0, 60))
  .filter((one) => one.trim() !== '');
/** Some of its letters otherwise. */
const changed = (one: string) =>
  fc.oneof(
    fc.constantFrom(one.toUpperCase(), one.normalize('NFD'), one.normalize('NFKC'), `${one}!`, one.replace(/ /g, '')),
    fc.nat(one.length).map((at) => one.slice(0, at) + one.slice(at + 1)),
    fc.nat(one.length).map((at) => `${one.slice(0, at)}x${one.slice(at)}`),
    fc.constantFrom(...WORDS, ...SIGNS),
  );
const LANGUAGES = ['en', 'de', 'sv', 'da', 'nb', 'fi', 'tr', 'fr', 'es', 'vi', 'pl', 'el', 'ru', 'ja', 'ar', 'he', 'hi', 'en-GB'];

const LOBBY = {
  version: 9,
  pin: '123456',
  language: 'en',
  players: 1,
  number: 1,
  of: 1,
  firstTurn: 0,
};

const asQuestion = (fields: object): Question => {
  const [first] = quizOf({ text: 'Which?', ...fields }).questions;
  if (!first) throw new Error('no question');
  return first;
};

function expectSame(question: Question, language: string, value: string) {
  const asked = withOutcome(question, { language }, [], { bytes: 1500 });
  expect(creditFor(value, asked) ?? undefined).toBe(creditOf(asked, value));
}

test('whatever is chosen earns the same share', () => {
  fc.assert(fc.property(onOptions, someOptions, (fields, value) => expectSame(asQuestion(fields), 'en', value)));
});

test('whatever is typed is right for both, or for neither', () => {
  const typed = fc
    .tuple(text, fc.subarray([...TOLERANCES]), fc.constantFrom(...LANGUAGES))
    .chain(([right, tolerate, language]) => fc.tuple(fc.constant({ right, tolerate, language }), changed(right)));
  fc.assert(
    fc.property(typed, ([{ right, tolerate, language }, given]) =>
      expectSame(asQuestion({ kind: 'typed', accepted: [right], tolerate }), language, given),
    ),
    { numRuns: 1000 },
  );
});

test('whenever it comes, an answer earns the same mark and points, and makes the same streak', () => {
  const asked = withOutcome(
    asQuestion({ kind: 'several', options: ['a', 'b', 'c', 'd'], right: [1, 2, 3], partial: true }),
    { language: 'en' },
    [],
    { bytes: 1500 },
  );
  const turn = fc
    .record({ seconds: fc.integer({ min: 5, max: 240 }), points: fc.constantFrom(0, 1000, 2000), open: fc.nat(240_000) })
    .map(({ seconds, points, open }) => turnOf({ seconds, points, closesAt: OPENS + open, sealsAt: OPENS + open + 1000 }));
  const value = fc.constantFrom('1,2,3', '1,2', '1', '1,2,4', '4', '1,2,3,4');
  const after = fc.oneof(fc.integer({ min: -600, max: 600 }), fc.integer({ min: -600, max: 250_000 }));
  fc.assert(
    fc.property(turn, value, after, fc.boolean(), fc.nat(9), (round, value, ms, speed, streak) => {
      const answer = { value, at: OPENS + ms };
      const graded = gradeAnswer(round, answer, creditOf(asked, value), speed);
      const room = { ...LOBBY, phase: 'reveal', speed, turn: { ...round, number: 7 }, asked, judged: 7, before: 6 } as const;
      const own = derived(
        // Nobody has to be listed in a table that is exact nowhere.
        { ...room, ranks: { scores: [1_000_000], exact: 0 } },
        { address: 'room.0.seat', rev: 9, name: 'Ann', from: 0, answer: { turn: 7, ...answer } },
        { turn: 6, mark: 'none', gained: 0, points: 500, streak, rank: 1, of: 1, about: false },
      );
      const { mark, gained } = graded;
      const due = { turn: 7, mark, gained, points: 500 + gained, streak: streakAfter(streak, round, graded) };
      expect(own).toEqual({ ...due, rank: 2, of: 1, about: true });
    }),
  );
});

test('whatever the points are, each finds the same place in the table', () => {
  const points = fc.array(fc.nat(3000), { minLength: 1, maxLength: 400 }).map((all) => all.toSorted((a, b) => b - a));
  fc.assert(
    fc.property(points, fc.nat(3000), fc.constantFrom(1000, 100_000), (all, own, bytes) => {
      const table = rankTable(all, bytes);
      const { listed, about, by, ...place } = placeOf(own, table);
      const found = { ...place, ...(about && { about }), ...(by !== undefined && { behind: by }) };
      expect(listed || about ? found : undefined).toEqual(placeIn(table, own));
    }),
  );
});
