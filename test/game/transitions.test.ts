import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../game/refusals.ts';
import { nextMove } from '../../game/room/next-move.ts';
import type { Phase, Room } from '../../game/room/room.ts';
import { questionPhaseAt, revealsAt } from '../../game/room/round.ts';
import { applyMove, closeWhenAllAnswered, MOVE_NAMES, type Move, revealRound } from '../../game/room/transitions.ts';
import { roomView } from '../../game/wire/views.ts';
import { answered, CAPITALS, OPENS, roomOf, seatOf, turnOf } from './samples.ts';

const seats = [seatOf('Ann'), seatOf('Bo')];
const scene = (now = OPENS + 1000) => [now, { quiz: CAPITALS, seats, tellingMs: 1000 }] as const;
const PHASES: Phase[] = ['lobby', 'question', 'reveal', 'standings', 'podium', 'closed'];
const inPhase = (phase: Phase, change: Partial<Room> = {}): Room =>
  roomOf({ phase, turns: phase === 'lobby' ? [] : [turnOf()], judged: phase === 'question' ? undefined : 0, ...change });
const changed = (room: Room, move: Move, now?: number): Room => {
  const change = applyMove(room, move, ...scene(now));
  if (isRefusal(change)) throw new Error(change.refused);
  return { ...room, ...change };
};

describe('P2 each move is possible in its phases only', () => {
  const FROM: Record<Move, Phase[]> = {
    start: ['lobby'],
    close: ['question'],
    moreTime: ['question'],
    skip: ['question'],
    standings: ['reveal'],
    question: ['reveal', 'standings'],
    podium: ['question', 'reveal', 'standings'],
    again: ['podium'],
    lock: ['lobby', 'question', 'reveal', 'standings'],
    unlock: ['lobby', 'question', 'reveal', 'standings'],
    guard: ['lobby', 'question', 'reveal', 'standings'],
    unguard: ['lobby', 'question', 'reveal', 'standings'],
    end: ['lobby', 'question', 'reveal', 'standings', 'podium'],
  };
  test.each(MOVE_NAMES)('%s', (move) => {
    const possible = PHASES.filter((phase) => !isRefusal(applyMove(inPhase(phase), move, ...scene())));
    expect(possible).toEqual(FROM[move]);
    const refusals = PHASES.filter((phase) => !FROM[move].includes(phase)).map((phase) =>
      applyMove(inPhase(phase), move, ...scene()),
    );
    expect(refusals).toEqual(refusals.map(() => ({ refused: 'notNow' })));
  });
});

test('P2 a game does not start without players', () => {
  const empty = { quiz: CAPITALS, seats: [seatOf('Ann', {}, { removed: true })], tellingMs: 1000 };
  expect(applyMove(inPhase('lobby'), 'start', OPENS, empty)).toEqual({ refused: 'noPlayers' });
});

test('C2 the first question has a get-ready, the others have none; both have their reading time', () => {
  const first = changed(inPhase('lobby'), 'start', OPENS).turns.at(-1)!;
  expect(first).toEqual({
    question: 0,
    announcedAt: OPENS,
    showsAt: OPENS + 3000,
    opensAt: OPENS + 8000,
    closesAt: OPENS + 28_000,
    sealsAt: OPENS + 29_000,
    seconds: 20,
    points: 1000,
  });
  const second = changed(inPhase('standings'), 'question', OPENS).turns.at(-1)!;
  expect([second.question, second.showsAt, second.opensAt]).toEqual([1, OPENS, OPENS + 5000]);
});

test('C2 in a large room the reading time covers the time that telling everybody takes', () => {
  const players = Array.from({ length: 50_000 }, (_, i) => seatOf(String(i)));
  const change = applyMove(inPhase('standings'), 'question', OPENS, { quiz: CAPITALS, seats: players, tellingMs: 11_000 });
  expect(!isRefusal(change) && change.turns!.at(-1)!.opensAt).toBe(OPENS + 11_000);
  expect(!isRefusal(change) && change.players).toBe(50_000);
});

test('C1 the parts of a question follow its instants', () => {
  const turn = turnOf({ showsAt: 10, opensAt: 20, closesAt: 30, sealsAt: 40 });
  expect([9, 10, 19, 20, 29, 30].map((now) => questionPhaseAt(turn, now))).toEqual([
    'ready',
    'reading',
    'reading',
    'open',
    'open',
    'closing',
  ]);
});

test('C3 a question is revealed half a second after its seal', () => expect(revealsAt(turnOf())).toBe(OPENS + 21_500));

test('C5 closing sets the close to now and the seal a second later; more time moves both by ten seconds', () => {
  const closed = changed(inPhase('question'), 'close', OPENS + 7000).turns.at(-1)!;
  expect([closed.closesAt, closed.sealsAt, closed.seconds]).toEqual([OPENS + 7000, OPENS + 8000, 20]);
  const longer = changed(inPhase('question'), 'moreTime').turns.at(-1)!;
  expect([longer.closesAt, longer.sealsAt, longer.seconds]).toEqual([OPENS + 30_000, OPENS + 31_000, 20]);
});

test('C5 neither is possible before the options open or after they close', () => {
  const tries = [OPENS - 1, OPENS + 20_000].flatMap((now) =>
    (['close', 'moreTime'] as const).map((move) => applyMove(inPhase('question'), move, ...scene(now))),
  );
  expect(tries).toEqual(Array(4).fill({ refused: 'notNow' }));
});

test('P2 a skipped question is void and the next one follows; after the last one comes the podium', () => {
  const skipped = changed(inPhase('question'), 'skip');
  expect(skipped.turns.map((turn) => [turn.question, turn.void])).toEqual([
    [0, true],
    [1, undefined],
  ]);
  const last = inPhase('question', { turns: [turnOf(), turnOf({ question: 1 }), turnOf({ question: 2 })] });
  expect([changed(last, 'skip').phase, changed(last, 'skip').turns.map((turn) => turn.void)]).toEqual([
    'podium',
    [undefined, undefined, true],
  ]);
});

test('P2 ending early voids a question that was not revealed, and no other', () => {
  expect(changed(inPhase('question'), 'podium').turns[0]!.void).toBe(true);
  expect(changed(inPhase('reveal'), 'podium').turns[0]!.void).toBeUndefined();
});

test('P2 after the last question there are no standings to show and no question to ask', () => {
  const last = inPhase('reveal', { turns: [turnOf(), turnOf(), turnOf()] });
  expect(applyMove(last, 'standings', ...scene())).toEqual({ refused: 'notNow' });
  expect(applyMove(last, 'question', ...scene())).toEqual({ refused: 'notNow' });
});

test('P2 again keeps the turns, so that no old answer is met again', () => {
  const again = changed(inPhase('podium'), 'again');
  expect([again.phase, again.firstTurn, again.turns.length, again.judged, again.top]).toEqual(['lobby', 1, 1, undefined, []]);
  expect(changed(again, 'start').turns.map((turn) => turn.question)).toEqual([0, 0]);
});

test('P5 a room asks no more than 500 questions', () => {
  const full = inPhase('lobby', { turns: Array(500).fill(turnOf()), firstTurn: 500 });
  expect(applyMove(full, 'start', ...scene())).toEqual({ refused: 'notNow' });
});

test('C4 a question closes early when somebody has answered and nobody is waited for', () => {
  const room = inPhase('question');
  const early = (...present: typeof seats) => closeWhenAllAnswered(room, present, OPENS + 3000)?.turns?.at(-1)?.closesAt;
  const ann = seatOf('Ann', { 0: answered('1') });
  expect(early(ann)).toBe(OPENS + 3000);
  expect(early(ann, seatOf('Bo'))).toBeUndefined();
  expect(early(ann, seatOf('Bo', {}, { removed: true }))).toBe(OPENS + 3000);
  expect(early(ann, seatOf('Bo', {}, { connection: undefined, leftAt: OPENS }))).toBeUndefined();
  expect(early(ann, seatOf('Bo', {}, { connection: undefined, leftAt: OPENS - 7000 }))).toBe(OPENS + 3000);
  expect(early(seatOf('Bo', {}, { connection: undefined }))).toBeUndefined();
  expect(closeWhenAllAnswered(room, [ann], OPENS - 1)).toBeUndefined();
  expect(closeWhenAllAnswered(inPhase('reveal'), [ann], OPENS + 3000)).toBeUndefined();
});

test('P3 the reveal counts the answers that came in time, of those who are still there', () => {
  const present = [
    seatOf('Ann', { 0: answered('2') }),
    seatOf('Bo', { 0: answered('1', 21_001) }),
    seatOf('Cy', { 0: answered('1') }, { removed: true }),
    seatOf('Di', { 0: answered('1', 21_000) }),
    seatOf('Ed'),
  ];
  expect(revealRound(inPhase('question'), CAPITALS, present, { bytes: 1500 })).toEqual({
    phase: 'reveal',
    asked: {
      kind: 'choice',
      text: 'The capital of Chile?',
      points: 1000,
      prompt: { options: ['Lima', 'Santiago'], several: false },
      outcome: { solution: { right: [2] }, summary: [1, 1], answers: 2, right: 1, explanation: 'Santiago it is.' },
    },
  });
});

test('the one big button names what it will do, and nothing while the room moves by itself', () => {
  const label = (room: Room, now: number) => nextMove(roomView(room), now);
  const last = { turns: [turnOf(), turnOf(), turnOf()] };
  expect([
    label(inPhase('lobby'), OPENS),
    label(inPhase('question'), OPENS - 1),
    label(inPhase('question'), OPENS),
    label(inPhase('question'), OPENS + 20_000),
    label(inPhase('reveal'), OPENS),
    label(inPhase('reveal', last), OPENS),
    label(inPhase('standings'), OPENS),
    label(inPhase('podium'), OPENS),
    label(inPhase('closed'), OPENS),
  ]).toEqual(['start', undefined, 'close', undefined, 'standings', 'podium', 'question', 'again', undefined]);
});

test('a move reads questions and seats only if it asks or grades, and of the questions only those', () => {
  const needed = MOVE_NAMES.flatMap((move) =>
    PHASES.flatMap((phase) => {
      const done = applyMove(inPhase(phase), move, OPENS + 1000);
      return 'needs' in done ? [`${move} in ${phase}: ${done.needs}`] : [];
    }),
  );
  expect(needed).toEqual([
    'start in lobby: 0,0',
    'skip in question: 1,1',
    'question in reveal: 1,1',
    'question in standings: 1,1',
    'podium in question: 0,0',
    'podium in reveal: 0,0',
    'podium in standings: 0,0',
  ]);
});
