import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Room } from '../../game/room/room.ts';
import { countGames, playedIn, resultPlayer, resultQuestions } from '../../game/scoring/results.ts';
import { standings } from '../../game/scoring/standings.ts';
import type { Seat } from '../../game/seats/seat.ts';
import { gatherResults } from '../../web/connection/gather-results.ts';
import { answered, CAPITALS, OPENS, quizOf, roomOf, seatOf, turnOf } from './samples.ts';

const LATER = 60_000;
/** A minute apart; round n asks question n. */
const turnsOf = (...changes: object[]) =>
  changes.map((change, n) =>
    turnOf({
      question: n,
      opensAt: OPENS + n * LATER,
      closesAt: OPENS + n * LATER + 20_000,
      sealsAt: OPENS + n * LATER + 21_000,
      ...change,
    }),
  );
const at = (turn: number, value: string, after: number) => answered(value, turn * LATER + after);
const game = (room: Partial<Room>, seats: Seat[]) => standings(roomOf({ phase: 'reveal', ...room }), CAPITALS, seats, 9);
const row = (room: Partial<Room>, seats: Seat[]) =>
  [...game(room, seats).own].map(([id, { rank, points, streak, ahead }]) => [
    id.replace(/-+$/, ''),
    rank,
    points,
    streak,
    ahead ?? null,
  ]);

const ann = seatOf('Ann', { 0: at(0, '2', 10_000), 1: at(1, '1', 300) });
const bo = seatOf('Bo', { 0: at(0, '2', 300), 1: at(1, '2', 300) });
const cy = seatOf('Cy', { 1: at(1, '1', 10_000) });

test('S1 points, ranks and streaks follow from the answers, with who is next above', () => {
  expect(row({ turns: turnsOf({}, {}) }, [bo, cy, ann])).toEqual([
    ['Ann', 1, 1750, 2, null],
    ['Bo', 2, 1000, 0, { name: 'Ann', by: 750 }],
    ['Cy', 3, 750, 1, { name: 'Bo', by: 250 }],
  ]);
});

test('V4 the first places say what was gained and where they stood before', () => {
  expect(game({ turns: turnsOf({}, {}) }, [ann, bo, cy]).top).toEqual([
    { name: 'Ann', points: 1750, gained: 1000, rank: 1, was: 2, streak: 2 },
    { name: 'Bo', points: 1000, gained: 0, rank: 2, was: 1, streak: 0 },
    { name: 'Cy', points: 750, gained: 750, rank: 3, was: 3, streak: 1 },
  ]);
});

test('V4 after the first question nobody stood anywhere before, and no more than five are shown', () => {
  const many = Array.from({ length: 8 }, (_, i) => seatOf(`P${i}`, { 0: at(0, '2', 1000 * (i + 1)) }));
  const { top } = game({ turns: turnsOf({}) }, many);
  expect(top.map(({ name, was }) => [name, was])).toEqual(['P0', 'P1', 'P2', 'P3', 'P4'].map((name) => [name, undefined]));
});

test('V4 equal points before this question shared a place then', () => {
  const one = { 0: at(0, '2', 10_000) };
  const seats = [
    seatOf('Ann', { ...one, 1: at(1, '1', 300) }),
    seatOf('Bo', one),
    seatOf('Cy'),
    seatOf('Di', one),
    seatOf('Eve'),
  ];
  const { top } = game({ turns: turnsOf({}, {}) }, seats);
  expect(top.map(({ name, rank, was }) => [name, rank, was])).toEqual([
    ['Ann', 1, 1],
    ['Bo', 2, 1],
    ['Di', 2, 1],
    ['Cy', 4, 4],
    ['Eve', 4, 4],
  ]);
});

test('V4 a tie is never cut in silence: the last of the first five says how many share its rank', () => {
  const right = (count: number, after: number) =>
    Array.from({ length: count }, (_, i) => seatOf(`P${after}-${i}`, { 0: at(0, '2', after) }, { joinedAt: OPENS - 1000 + i }));
  const listed = (...seats: Seat[]) => game({ turns: turnsOf({}) }, seats).top.map(({ rank, more }) => [rank, more]);
  const first = [1, undefined];
  expect(listed(...right(5, 300))).toEqual([first, first, first, first, first]);
  expect(listed(...right(8, 300))).toEqual([first, first, first, first, [1, 3]]);
  expect(listed(...right(300, 300))).toEqual([first, first, first, first, [1, 295]]);
  expect(listed(...right(3, 300), ...right(4, 5000), seatOf('Last'))).toEqual([first, first, first, [4, undefined], [4, 2]]);
  expect(listed(...right(5, 300), ...right(4, 5000))).toEqual([first, first, first, first, first]);
});

test('S8 while every question of this game is skipped, nobody has a mark, whatever an earlier game knew', () => {
  const { own } = game({ turns: turnsOf({}, { void: true }), firstTurn: 1 }, [ann, seatOf('Di')]);
  const nothing = { version: 9, turn: -1, mark: 'none', gained: 0, points: 0, streak: 0, rank: 1, of: 2, ahead: undefined };
  expect([...own.values()]).toEqual([nothing, nothing]);
});

test('S7 equal points share a rank, listed in the order of joining; somebody above both is ahead of both', () => {
  const first = seatOf('First', { 0: at(0, '2', 300) });
  const late = seatOf('Late', { 0: at(0, '2', 10_000) }, { joinedAt: OPENS - 1000 });
  const early = seatOf('Early', { 0: at(0, '2', 10_000) }, { joinedAt: OPENS - 2000 });
  const last = seatOf('Last');
  expect(row({ turns: turnsOf({}) }, [late, last, first, early])).toEqual([
    ['First', 1, 1000, 1, null],
    ['Early', 2, 750, 1, { name: 'First', by: 250 }],
    ['Late', 2, 750, 1, { name: 'First', by: 250 }],
    ['Last', 4, 0, 0, { name: 'Late', by: 750 }],
  ]);
});

test('S6 a question without points neither makes nor breaks a streak, and a partly right answer breaks it', () => {
  const streak = (second: object, answer: string) => {
    const quiz = quizOf(
      { kind: 'choice', text: 'A?', options: ['a', 'b'], right: 1 },
      { kind: 'several', text: 'B?', options: ['a', 'b'], right: [1, 2], partial: true },
    );
    const seat = seatOf('Ann', { 0: at(0, '1', 300), 1: at(1, answer, 300) });
    return standings(roomOf({ turns: turnsOf({}, second) }), quiz, [seat], 9).own.get(seat.id)!.streak;
  };
  expect([streak({}, '1,2'), streak({}, '1'), streak({ points: 0 }, '1,2'), streak({ points: 0 }, '1')]).toEqual([2, 0, 1, 1]);
});

test('S2 an answer half a second before the opening is early, one after the seal late; both earn nothing', () => {
  const gained = (after: number) => {
    const { own } = game({ turns: turnsOf({}) }, [seatOf('Ann', { 0: at(0, '2', after) })]);
    return [...own.values()].map(({ mark, gained }) => `${mark} ${gained}`);
  };
  expect([-501, -500, 21_000, 21_001].flatMap(gained)).toEqual(['early 0', 'right 1000', 'right 500', 'late 0']);
  expect([...game({ turns: turnsOf({}) }, [seatOf('Bo')]).own.values()]).toMatchObject([{ mark: 'none', gained: 0 }]);
});

test('S11 who joined at the seal or after it has no part in the standings', () => {
  const came = (name: string, after: number) => seatOf(name, {}, { joinedAt: turnOf().sealsAt + after });
  expect(row({ turns: turnsOf({}) }, [ann, came('Bo', -1), came('Cy', 0)]).map(([name]) => name)).toEqual(['Ann', 'Bo']);
});

test('S7 a removed seat is not ranked', () => {
  expect(row({ turns: turnsOf({}) }, [ann, { ...bo, removed: true }])).toEqual([['Ann', 1, 750, 1, null]]);
});

test('P2 play again begins with no points', () => {
  expect(row({ turns: turnsOf({}, {}), firstTurn: 1 }, [ann, bo])).toEqual([
    ['Ann', 1, 1000, 1, null],
    ['Bo', 2, 0, 0, { name: 'Ann', by: 1000 }],
  ]);
});

const anySeats = fc.array(
  fc.dictionary(
    fc.constantFrom('0', '1', '2'),
    fc.record({ value: fc.constantFrom('1', '2', '7'), after: fc.integer({ min: -2000, max: 23_000 }) }),
  ),
  { maxLength: 12 },
);
const seatsFrom = (all: { [turn: string]: { value: string; after: number } }[]) =>
  all.map((answers, i) =>
    seatOf(
      `P${i}`,
      Object.fromEntries(Object.entries(answers).map(([t, { value, after }]) => [t, at(Number(t), value, after)])),
      { joinedAt: i },
    ),
  );

test('S1, S3 points are the sum of what each answer earns by the formula', () => {
  const RIGHT = ['2', '1', '1'];
  fc.assert(
    fc.property(anySeats, (all) => {
      const { own } = game({ turns: turnsOf({}, {}, {}) }, seatsFrom(all));
      const sums = all.map((answers) =>
        Object.entries(answers).reduce((sum, [turn, { value, after }]) => {
          if (value !== RIGHT[Number(turn)] || after < -500 || after > 21_000) return sum;
          return sum + (after < 500 ? 1000 : Math.round(1000 * (1 - Math.min(after, 20_000) / 40_000)));
        }, 0),
      );
      expect(seatsFrom(all).map(({ id }) => own.get(id)!.points)).toEqual(sums);
    }),
  );
});

test('S7 a rank is one more than the number of those with more points, whatever the order of the seats', () => {
  fc.assert(
    fc.property(anySeats, (all) => {
      const seats = seatsFrom(all);
      const there = game({ turns: turnsOf({}, {}, {}) }, seats);
      const { own } = there;
      const points = [...own.values()].map((one) => one.points);
      for (const { rank, points: mine } of own.values()) expect(rank).toBe(1 + points.filter((other) => other > mine).length);
      expect(game({ turns: turnsOf({}, {}, {}) }, seats.toReversed())).toEqual(there);
    }),
  );
});

test('S8 skipping a question is as if it had not been asked', () => {
  fc.assert(
    fc.property(anySeats, (all) => {
      const seats = seatsFrom(all);
      const skipped = game({ turns: turnsOf({}, { void: true }, {}) }, seats);
      const without = seats.map((seat) => ({
        ...seat,
        answers: Object.fromEntries(Object.entries(seat.answers).filter(([turn]) => turn !== '1')),
      }));
      const points = (own: Map<string, { points: number }>) => [...own].map(([id, one]) => [id, one.points]);
      expect(points(skipped.own)).toEqual(points(game({ turns: turnsOf({}, { points: 0 }, {}) }, without).own));
    }),
  );
});

test('R1 results hold the questions shown and every player’s answers, and no question whose key is still to come', () => {
  const room = roomOf({ phase: 'question', turns: turnsOf({}, { void: true }, {}), judged: 0 });
  expect(resultQuestions(room, CAPITALS)).toEqual([
    { line: 'question', turn: 0, number: 1, text: 'The capital of Chile?', right: 'Santiago', skipped: false },
  ]);
  expect(resultPlayer(room, CAPITALS, bo)).toEqual({
    line: 'player',
    name: 'Bo',
    points: 1000,
    answers: [{ turn: 0, words: 'Santiago', mark: 'right', seconds: 0.3, gained: 1000 }],
  });
  expect(resultQuestions({ ...room, judged: undefined }, CAPITALS)).toEqual([]);
  expect(resultPlayer({ ...room, judged: undefined }, CAPITALS, ann).answers).toEqual([]);
});

test('R1 in the lobby the results are those of the game before, until the next one starts', () => {
  const turns = turnsOf({ question: 0 }, { question: 1 }, { question: 0 }, { question: 1, void: true });
  const seat = seatOf('Ann', { 0: at(0, '1', 300), 2: at(2, '2', 300) });
  const asked = (room: Partial<Room>) => {
    const here = roomOf({ turns, firstTurn: 4, ...room });
    return [resultQuestions(here, CAPITALS).map(({ turn, number }) => [turn, number]), resultPlayer(here, CAPITALS, seat).points];
  };
  expect(asked({})).toEqual([
    [
      [2, 1],
      [3, 2],
    ],
    1000,
  ]);
  expect(asked({ phase: 'question', turns: [...turns, ...turnsOf({ question: 0 })] })).toEqual([[], 0]);
  expect(asked({ turns: [], firstTurn: 0 })).toEqual([[], 0]);
});

test('R1 each game of a room keeps its results; nobody has a part in one that was over before they came', () => {
  const turns = turnsOf(
    { question: 0 },
    { question: 1 },
    { question: 2 },
    { question: 0, void: true },
    { question: 0 },
    { question: 1 },
  );
  const room = roomOf({ phase: 'reveal', turns, firstTurn: 4, judged: 4 });
  const seat = seatOf('Ann', { 0: at(0, '2', 300), 4: at(4, '2', 300) });
  const numbers = (game?: number) => resultQuestions(room, CAPITALS, game).map(({ turn }) => turn);
  expect([countGames(room), numbers(), numbers(0), numbers(1), numbers(2), numbers(3)]).toEqual([
    3,
    [4],
    [0, 1, 2],
    [3],
    [4],
    [],
  ]);
  expect([0, 1, 2].map((game) => resultPlayer(room, CAPITALS, seat, game).points)).toEqual([1000, 0, 1000]);
  const later = turns.map((turn, i) => (i === 2 ? { ...turn, sealsAt: turn.sealsAt + 1000 } : turn));
  const { sealsAt } = later[2]!;
  const came = (joinedAt: number) => [0, 2, 3].map((game) => playedIn({ ...room, turns: later }, { ...seat, joinedAt }, game));
  expect([came(sealsAt - 1), came(sealsAt)]).toEqual([
    [true, true, true],
    [false, true, true],
  ]);
});

test('R1 results name every right option', () => {
  const quiz = quizOf({ kind: 'several', text: 'Which?', options: ['a', 'b', 'c'], right: [3, 1] });
  const room = roomOf({ phase: 'reveal', turns: turnsOf({}), judged: 0 });
  expect(resultQuestions(room, quiz).map(({ right }) => right)).toEqual(['a + c']);
});

test('R1 all pages together are the questions, and everybody best first with the rank that the standings give them', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (after, fit) => {
        const room = roomOf({ phase: 'reveal', turns: turnsOf({}, {}), judged: 1 });
        const seats = after.map((seconds, i) => seatOf(`P${i}`, { 0: at(0, '2', 300 + seconds * 3000) }));
        const lines = [...resultQuestions(room, CAPITALS), ...seats.map((seat) => resultPlayer(room, CAPITALS, seat))];
        const { questions, players } = await gatherResults(async (cursor) => {
          const next = Number(cursor) + fit;
          return { type: 'results', lines: lines.slice(Number(cursor), next), next: next < lines.length ? next : null };
        });
        const { own } = standings(room, CAPITALS, seats, 9);
        const ranks = Object.fromEntries(seats.map(({ id, name }) => [name, own.get(id)!.rank]));
        expect(questions.map(({ number }) => number)).toEqual([1, 2]);
        expect(Object.fromEntries(players.map(({ name, rank }) => [name, rank]))).toEqual(ranks);
        expect(players.map(({ rank }) => rank)).toEqual(Object.values(ranks).sort((a, b) => a - b));
      },
    ),
  ));
