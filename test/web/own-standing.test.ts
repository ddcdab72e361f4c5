// What each phone works out by itself is what the server holds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditOf, creditsOf, withOutcome } from '../../game/quiz/questions/asked.ts';
import { KINDS } from '../../game/quiz/questions/index.ts';
import type { Room } from '../../game/room/room.ts';
import { revealRound } from '../../game/room/transitions.ts';
import { standings } from '../../game/scoring/standings.ts';
import { rankTable } from '../../game/seats/rank-table.ts';
import type { Answer, Seat } from '../../game/seats/seat.ts';
import { roomView, youView } from '../../game/wire/views.ts';
import { createPlayerState } from '../../web/player/player-state.ts';
import { addKind, creditOf as creditOnPhone } from '../../web/questions/on-phones.ts';
import { row as typed } from '../../web/questions/typed-on-phone.tsx';
import { OPENS, quizOf, roomOf, seatOf, turnOf } from '../game/samples.ts';

const QUIZ = quizOf(
  { kind: 'choice', text: 'One?', options: ['a', 'b', 'c'], right: 2 },
  { kind: 'several', text: 'Two?', options: ['a', 'b', 'c', 'd'], right: [1, 3], partial: true },
  { kind: 'typed', text: 'Three?', accepted: ['São Paulo'] },
  { kind: 'poll', text: 'Four?', options: ['a', 'b'] },
  { kind: 'true-false', text: 'Five?', right: true, points: 2000 },
  { kind: 'choice', text: 'Six?', options: ['a', 'b'], right: 1, points: 0 },
);
const ANSWERS = [
  ['2', '1'],
  ['1,3', '1', '1,2', '2'],
  ['sao paulo', 'Rio'],
  ['1', '2'],
  ['1', '2'],
  ['1', '2'],
];
const MINUTE = 60_000;
const turn = (n: number, isVoid: boolean) => {
  const opensAt = OPENS + n * MINUTE;
  const instants = {
    announcedAt: opensAt - 5000,
    showsAt: opensAt - 5000,
    opensAt,
    closesAt: opensAt + 20_000,
    sealsAt: opensAt + 21_000,
  };
  const points = [1000, 1000, 1000, 0, 2000, 0][n];
  return turnOf({ question: n, ...instants, points, ...(isVoid && { void: true as const }) });
};

/** In one round: what a player answers, when (ms after the opening), and what becomes of the frames to their phone. */
const play = fc.record({
  answer: fc.option(fc.nat(3)),
  after: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -500, max: 21_000 }) },
    { weight: 1, arbitrary: fc.constantFrom(-600, 21_400) },
  ),
  hears: fc.oneof(
    { weight: 6, arbitrary: fc.constant('all') },
    { weight: 1, arbitrary: fc.constantFrom('no reveal', 'no acknowledgement') },
  ),
});
const player = fc.record({
  rounds: fc.array(play, { minLength: 6, maxLength: 6 }),
  joins: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat(5) }),
  leaves: fc.oneof({ weight: 6, arbitrary: fc.constant(9) }, { weight: 1, arbitrary: fc.nat(5) }),
});
const game = fc.record({
  players: fc.array(player, { minLength: 1, maxLength: 12 }),
  voids: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }), {
    minLength: 6,
    maxLength: 6,
  }),
  speed: fc.boolean(),
});

test('over whole games with ties, voids, late answers, partial credit, removals, late comers and lost frames', () => {
  fc.assert(
    fc.property(game, ({ players, voids, speed }) => {
      const seats: Seat[] = players.map(({ joins }, i) => seatOf(`P${i}`, {}, { joinedAt: OPENS + joins * MINUTE + 1000 + i }));
      const phones = players.map(() => createPlayerState(creditOf));
      let room: Room = roomOf({ settings: { speed, locked: false, guarded: false }, questions: 6 });
      for (const n of voids.keys()) {
        const isVoid = voids[n] === true;
        room = { ...room, version: room.version + 1, phase: 'question', turns: [...room.turns, turn(n, false)] };
        players.forEach(({ rounds, joins, leaves }, i) => {
          const [phone, seat, round] = [phones[i], seats[i], rounds[n]];
          if (!phone || !seat || !round || joins > n) return;
          if (leaves === n) seats[i] = { ...seat, removed: true };
          const you = youView({ room: 'room', shard: 0, seat: seat.id }, seat, room);
          phone.apply({ type: 'view', room: roomView(room), ...(joins === n || n === 0 ? { you } : {}) });
          if (round.answer === null) return;
          const value = ANSWERS[n]?.[round.answer % (ANSWERS[n]?.length ?? 1)] ?? '';
          const answer: Answer = { value, at: OPENS + n * MINUTE + round.after };
          seats[i] = { ...(seats[i] ?? seat), answers: { ...seat.answers, [n]: answer } };
          phone.choose(n, value);
          if (round.hears !== 'no acknowledgement') phone.apply({ type: 'answered', turn: n, answer, rev: 2 });
        });
        if (isVoid) {
          room = { ...room, turns: room.turns.with(n, turn(n, true)) };
          continue;
        }
        const change = revealRound(room, QUIZ, seats, { bytes: 1500 });
        const { own, top, points } = standings({ ...room, ...change }, QUIZ, seats, room.version + 1);
        room = { ...room, ...change, version: room.version + 1, judged: n, top, ranks: rankTable(points, 2500) };
        players.forEach(({ rounds, joins }, i) => {
          const [phone, seat] = [phones[i], seats[i]];
          if (!phone || !seat || joins > n || seat.removed) return;
          if (rounds[n]?.hears === 'no reveal') return;
          phone.apply({ type: 'view', room: roomView(room) });
          const held = own.get(seat.id);
          if (phone.isSettling.value) {
            // Never a guess meanwhile.
            expect(phone.standing.value?.turn).not.toBe(n);
            const you = { ...youView({ room: 'room', shard: 0, seat: seat.id }, seat, room), rev: 3 + n };
            phone.apply({ type: 'view', room: roomView(room), you, standing: held });
          }
          expect(phone.isSettling.value).toBe(false);
          expect({ ...phone.standing.value }).toEqual({ ...held });
        });
      }
    }),
    { numRuns: 200 },
  );
});

test('a phone asks only when it has missed something', () => {
  const seat = seatOf('Ann', { 0: { value: '2', at: OPENS + 300 } });
  const phone = createPlayerState(creditOf);
  let room = roomOf({ phase: 'question', turns: [turn(0, false)] });
  phone.apply({
    type: 'view',
    room: roomView(room),
    you: youView({ room: 'room', shard: 0, seat: seat.id }, { ...seat, answers: {} }, room),
  });
  phone.choose(0, '2');
  const change = revealRound(room, QUIZ, [seat], { bytes: 1500 });
  const { own, top, points } = standings({ ...room, ...change }, QUIZ, [seat], 6);
  room = { ...room, ...change, version: 6, judged: 0, top, ranks: rankTable(points, 2500) };
  phone.apply({ type: 'view', room: roomView(room) });
  // Its acknowledgement is still missing.
  expect([phone.isSettling.value, phone.standing.value]).toEqual([true, undefined]);
  phone.apply({ type: 'answered', turn: 0, answer: { value: '2', at: OPENS + 300 }, rev: 2 });
  expect([phone.isSettling.value, phone.standing.value]).toEqual([false, own.get(seat.id)]);
});

test('each kind’s part of the page grades as the server does', () => {
  addKind('typed', typed);
  const quiz = { language: 'en' };
  expect(new Set(QUIZ.questions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)));
  const odd = ['', '0', '9', '2,1', 'x', ' SÃO  PAULO. '];
  for (const [n, question] of QUIZ.questions.entries()) {
    const asked = withOutcome(question, quiz, [], { bytes: 1500 });
    const texts = [...(ANSWERS[n] ?? []), ...odd];
    const onServer = creditsOf(question, quiz, texts) ?? texts.map(() => undefined);
    expect(texts.map((text) => creditOnPhone(asked, text))).toEqual(onServer);
  }
});
