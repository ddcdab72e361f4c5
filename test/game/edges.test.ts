// The rules at their limits.
import { describe, expect, test } from 'vitest';
import { questionAt } from '../../game/quiz/quiz.ts';
import { isRefusal } from '../../game/refusals.ts';
import { countAnswers, isAwaited } from '../../game/room/answer-count.ts';
import { nextMove } from '../../game/room/next-move.ts';
import { lastRound } from '../../game/room/room.ts';
import { applyMove, closeWhenAllAnswered, type Move, revealRound } from '../../game/room/transitions.ts';
import { resultPlayer, resultQuestions } from '../../game/scoring/results.ts';
import { standings } from '../../game/scoring/standings.ts';
import { cleanName, foldName } from '../../game/seats/names.ts';
import { shardOf } from '../../game/seats/seat.ts';
import { isUnwanted } from '../../game/seats/word-filter.ts';
import { roomView } from '../../game/wire/views.ts';
import { tellingMs } from '../../lambdas/room/delivery.ts';
import { answered, CAPITALS, OPENS, quizOf, roomOf, seatOf, turnOf } from './samples.ts';

const asked = roomOf({ phase: 'question', turns: [turnOf()] });

test('C5 a question can be closed, and time added, from its opening until its close', () => {
  const change = (move: Move, now: number) =>
    applyMove(asked, move, now, { quiz: CAPITALS, seats: [seatOf('Ann')], tellingMs: 1000 });
  for (const move of ['close', 'moreTime'] as const) {
    const done = [OPENS - 1, OPENS, OPENS + 19_999, OPENS + 20_000].map((now) => !isRefusal(change(move, now)));
    expect([move, done]).toEqual([move, [false, true, true, false]]);
  }
  expect(change('close', OPENS + 5000)).toEqual({ turns: [turnOf({ closesAt: OPENS + 5000, sealsAt: OPENS + 6000 })] });
  expect(change('moreTime', OPENS + 5000)).toEqual({
    turns: [turnOf({ closesAt: OPENS + 30_000, sealsAt: OPENS + 31_000 })],
  });
});

test('C2 the reading time hides a broadcast to a large room', () => {
  const seats = (count: number) => Array.from({ length: count }, (_, i) => seatOf(`P${i}`));
  const opens = (count: number) => {
    const change = applyMove(roomOf(), 'start', OPENS, { quiz: CAPITALS, seats: seats(count), tellingMs: tellingMs(count) });
    return isRefusal(change) ? undefined : (change.turns?.[0]?.opensAt ?? 0) - OPENS;
  };
  // Three seconds of get-ready; five of reading, or one and a second for each 5,000 players.
  expect([1, 20_000, 30_000].map(opens)).toEqual([8000, 8000, 10_000]);
});

test('C2 removed players neither start a game nor are counted in it', () => {
  const gone = seatOf('Gone', {}, { removed: true });
  const start = (seats: ReturnType<typeof seatOf>[]) =>
    applyMove(roomOf(), 'start', OPENS, { quiz: CAPITALS, seats, tellingMs: 1000 });
  expect(start([gone])).toEqual({ refused: 'noPlayers' });
  expect(start([gone, seatOf('Ann')])).toMatchObject({ players: 1 });
});

describe('a room asks 500 questions at most', () => {
  const full = (phase: 'lobby' | 'reveal' | 'question', rounds: number) =>
    roomOf({ phase, turns: Array.from({ length: rounds }, () => turnOf()), firstTurn: rounds });
  const played = { quiz: CAPITALS, seats: [seatOf('Ann')], tellingMs: 1000 };
  test.each<[Move, 'lobby' | 'reveal' | 'question']>([
    ['start', 'lobby'],
    ['question', 'reveal'],
    ['skip', 'question'],
  ])('%s', (move, phase) => {
    expect(isRefusal(applyMove(full(phase, 499), move, OPENS, played))).toBe(false);
    expect(applyMove(full(phase, 500), move, OPENS, played)).toEqual({ refused: 'notNow' });
  });
  test('every other move is still possible', () => {
    expect(isRefusal(applyMove(full('reveal', 500), 'podium', OPENS, played))).toBe(false);
  });
});

test('lock, unlock and the second step of joining each change their own setting', () => {
  const set = (move: Move) => applyMove(roomOf(), move, OPENS, { quiz: CAPITALS, seats: [], tellingMs: 1000 });
  const settings = (change: object) => ({ settings: { speed: true, locked: false, guarded: false, ...change } });
  expect(set('lock')).toEqual(settings({ locked: true }));
  expect(set('unlock')).toEqual(settings({ locked: false }));
  expect(set('guard')).toEqual(settings({ guarded: true }));
  expect(set('unguard')).toEqual(settings({ guarded: false }));
});

test('the main button leads from the lobby to the podium and back', () => {
  const room = { turn: turnOf(), number: 1, of: 2 };
  const last = { ...room, number: 2 };
  const now = OPENS + 1000;
  expect([
    nextMove({ ...room, phase: 'lobby' }, now),
    nextMove({ ...room, phase: 'question' }, OPENS - 1),
    nextMove({ ...room, phase: 'question' }, now),
    nextMove({ ...room, phase: 'question' }, OPENS + 20_000),
    nextMove({ ...room, phase: 'reveal' }, now),
    nextMove({ ...last, phase: 'reveal' }, now),
    nextMove({ ...room, phase: 'standings' }, now),
    nextMove({ ...last, phase: 'standings' }, now),
    nextMove({ ...room, phase: 'podium' }, now),
    nextMove({ ...room, phase: 'closed' }, now),
  ]).toEqual(['start', undefined, 'close', undefined, 'standings', 'podium', 'question', 'podium', 'again', undefined]);
});

test('C4 removed seats are neither answered nor awaited', () => {
  const gone = { removed: true } as const;
  const seats = [seatOf('Ann', { 0: answered('1') }, gone), seatOf('Bo', {}, gone), seatOf('Cy')];
  expect(countAnswers(asked, seats, OPENS + 1000)).toEqual({ answered: 0, waiting: 1 });
});

test('C4 two rounds without an answer count from the round that somebody could first answer; skipped ones do not', () => {
  const turns = [turnOf(), turnOf(), turnOf()];
  const joined = (at: number) => isAwaited(seatOf('Ann', {}, { joinedAt: at }), turns, OPENS);
  expect([joined(OPENS), joined(OPENS + 1)]).toEqual([false, true]);
  const skipped = [turnOf(), turnOf({ void: true }), turnOf()];
  expect(isAwaited(seatOf('Ann'), skipped, OPENS)).toBe(true);
  const answers = { 0: answered('1'), 1: answered('1') };
  const twice = [turnOf(), turnOf(), turnOf({ void: true }), turnOf({ void: true }), turnOf()];
  expect(isAwaited(seatOf('Ann', answers), twice, OPENS)).toBe(true);
  const four = [turnOf({ void: true }), turnOf(), turnOf(), turnOf()];
  const hadAnswered = [0, 1, 2].map((turn) => isAwaited(seatOf('Ann', { [turn]: answered('1') }), four, OPENS));
  expect(hadAnswered).toEqual([false, true, true]);
  expect(isAwaited(seatOf('Ann'), [turnOf(), turnOf()], OPENS)).toBe(true);
});

test('C4 a question closes early only while it is open, and only when somebody has answered', () => {
  const done = [seatOf('Ann', { 0: answered('1') })];
  const closes = (now: number, seats = done) => closeWhenAllAnswered(asked, seats, now)?.turns?.[0]?.closesAt;
  expect([OPENS - 1, OPENS, OPENS + 19_999, OPENS + 20_000].map((now) => closes(now))).toEqual([
    undefined,
    OPENS,
    OPENS + 19_999,
    undefined,
  ]);
  expect(closes(OPENS + 1000, [])).toBeUndefined();
  expect(closes(OPENS + 1000, [...done, seatOf('Bo')])).toBeUndefined();
});

test('P3 the bars leave out removed seats and answers that came too early or too late', () => {
  const seats = [
    seatOf('Ann', { 0: answered('2') }),
    seatOf('Bo', { 0: answered('1') }, { removed: true }),
    seatOf('Cy', { 0: answered('1', -501) }),
    seatOf('Di', { 0: answered('1', 21_001) }),
    seatOf('Ed'),
  ];
  expect(revealRound(asked, CAPITALS, seats, { bytes: 1500 }).asked?.outcome?.summary).toEqual([0, 1]);
});

describe('S6, S7 standings', () => {
  const of = (turns: ReturnType<typeof turnOf>[], seats: ReturnType<typeof seatOf>[], change = {}) =>
    standings(roomOf({ phase: 'reveal', turns, ...change }), CAPITALS, seats, 9);
  const names = (turns: ReturnType<typeof turnOf>[], seats: ReturnType<typeof seatOf>[]) =>
    of(turns, seats).top.map(({ name, rank, was }) => [name, rank, was]);

  test('a tie is listed by joining, then by seat', () => {
    const tied = [
      seatOf('C', { 0: answered('2') }, { joinedAt: 2 }),
      seatOf('B', { 0: answered('2') }, { joinedAt: 1 }),
      seatOf('A', { 0: answered('2') }, { joinedAt: 1 }),
    ];
    expect(names([turnOf()], tied)).toEqual([
      ['A', 1, undefined],
      ['B', 1, undefined],
      ['C', 1, undefined],
    ]);
  });

  test('a former rank needs two counted rounds of this game', () => {
    const ann = seatOf('Ann', { 0: answered('2'), 1: answered('1') });
    const rounds = [turnOf(), turnOf({ question: 1 })];
    expect(names(rounds, [ann])).toEqual([['Ann', 1, 1]]);
    expect(names([turnOf({ void: true }), turnOf({ question: 1 })], [ann])).toEqual([['Ann', 1, undefined]]);
    expect(of(rounds, [ann], { firstTurn: 1 }).top[0]?.was).toBeUndefined();
  });

  test('a standing is of the last round that counts, not of a skipped one', () => {
    const ann = seatOf('Ann', { 0: answered('2'), 1: answered('1') });
    const last = (turns: ReturnType<typeof turnOf>[], change = {}) => [...of(turns, [ann], change).own.values()][0]?.turn;
    expect(last([turnOf(), turnOf({ question: 1 })])).toBe(1);
    expect(last([turnOf(), turnOf({ question: 1, void: true })])).toBe(0);
    expect(last([turnOf(), turnOf({ question: 1 })], { firstTurn: 1 })).toBe(1);
  });

  test('S4 a part of the credit is marked as such, and breaks a streak', () => {
    const quiz = quizOf({ kind: 'several', text: 'Which?', options: ['a', 'b', 'c'], right: [1, 2], partial: true });
    const room = roomOf({ phase: 'reveal', turns: [turnOf()], questions: 1 });
    const marks = ['1,2', '1', '3', '9'].map((value) => {
      const [own] = [...standings(room, quiz, [seatOf('Ann', { 0: answered(value) })], 9).own.values()];
      return [own?.mark, own?.gained, own?.streak];
    });
    expect(marks).toEqual([
      ['right', 1000, 1],
      ['partly', 500, 0],
      ['wrong', 0, 0],
      ['wrong', 0, 0],
    ]);
  });
});

test('R1 results hold revealed rounds only, skipped ones without answers, missing answers without words', () => {
  const turns = [turnOf(), turnOf({ question: 1, void: true }), turnOf({ question: 2 }), turnOf({ question: 0 })];
  const room = roomOf({ phase: 'question', turns, judged: 2 });
  expect(
    resultQuestions(room, CAPITALS).map(({ line, turn, number, right, skipped }) => [line, turn, number, right, skipped]),
  ).toEqual([
    ['question', 0, 1, 'Santiago', false],
    ['question', 1, 2, 'Lima', true],
    ['question', 2, 3, 'Rome', false],
  ]);
  expect(resultPlayer(room, CAPITALS, seatOf('Ann', { 0: answered('2', 1234) }))).toEqual({
    line: 'player',
    name: 'Ann',
    points: 969,
    answers: [
      { turn: 0, words: 'Santiago', mark: 'right', gained: 969, seconds: 1.234 },
      { turn: 2, words: '', mark: 'none', gained: 0, seconds: null },
    ],
  });
  expect(resultQuestions(roomOf({ turns }), CAPITALS)).toEqual([]);
});

test('N2 a name needs a letter, a digit, a sign or punctuation; white space of any sort is one space', () => {
  expect(['7', '!', '☺', 'é', '李'].map(cleanName)).toEqual(['7', '!', '☺', 'é', '李']);
  expect(cleanName('A\u2003\u3000\t b')).toBe('A b');
  expect(cleanName('A \u200b b')).toBe('A b');
  expect(foldName('Straße')).toBe(foldName('STRAßE'));
});

test('a seat keeps its shard, as rows are found by it: FNV-1a, with its published vectors', () => {
  expect(['', 'a', 'foobar'].map((seat) => shardOf(seat, 2 ** 32))).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
});

describe('N9 a word is found however it is spelt out, and not where it is none', () => {
  test.each([
    'f.u.c.k',
    'f-u-c-k',
    'f|u|c|k',
    'f  u  c  k',
    'f_u_c_k',
    'f*u*c*k',
    'f, u, c, k',
    'f__u..c  k',
    'fuck 5',
    '12 fuck',
  ])('%j is found', (name) => expect(isUnwanted(name)).toBe(true));
  test.each(['a b c', 'U. C. K.', 'xf u c k', 'Ann 5 h 1 t', '8008', 'Class 455', '4 5 5'])('%j is none', (name) =>
    expect(isUnwanted(name)).toBe(false),
  );
});

test('V1 each phase shows what it may', () => {
  const room = roomOf({
    turns: [turnOf()],
    asked: {
      kind: 'choice',
      text: 'Which?',
      points: 1000,
      prompt: { options: ['a', 'b'], several: false },
      outcome: { solution: { right: [1] }, summary: [1, 0], answers: 1, right: 1 },
    },
  });
  const shown = (phase: typeof room.phase) => {
    const { turn, asked, top } = roomView({ ...room, phase });
    return [phase, !!turn, !!asked, !!asked?.outcome, !!top];
  };
  expect((['lobby', 'question', 'reveal', 'standings', 'podium', 'closed'] as const).map(shown)).toEqual([
    ['lobby', false, false, false, false],
    ['question', true, true, false, false],
    ['reveal', true, true, true, true],
    ['standings', true, true, true, true],
    ['podium', false, false, false, true],
    ['closed', false, false, false, false],
  ]);
});

test('isRefusal accepts refusals only', () => {
  expect(
    [{ refused: 'closed' }, {}, null, undefined, 'closed', { phase: 'lobby' }].map((one: unknown) => isRefusal(one)),
  ).toEqual([true, false, false, false, false, false]);
});

test('R1 a question in the results is told by its own text', () => {
  const room = roomOf({ phase: 'reveal', turns: [turnOf()], judged: 0 });
  expect(resultQuestions(room, CAPITALS)).toMatchObject([{ turn: 0, number: 1, text: CAPITALS.questions[0]?.text }]);
});

test('a question or a round that is not there throws', () => {
  expect(() => questionAt(CAPITALS, CAPITALS.questions.length)).toThrow(`no question ${CAPITALS.questions.length}`);
  expect(() => lastRound(roomOf({ turns: [] }))).toThrow('no round was asked');
});
