import { expect, test } from 'vitest';
import { isRefusal } from '../../game/refusals.ts';
import type { Phase, Room } from '../../game/room/room.ts';
import { applyMove, revealRound } from '../../game/room/transitions.ts';
import { syncInterval } from '../../game/wire/pacing.ts';
import { roomView, youView } from '../../game/wire/views.ts';
import { answered, CAPITALS, OPENS, roomOf, seatOf, turnOf } from './samples.ts';

const seats = [seatOf('Ann', { 0: answered('2', 700) })];
const scene = [OPENS - 8000, { quiz: CAPITALS, seats, tellingMs: 1000 }] as const;
const asked = (): Room => {
  const room = roomOf();
  const change = applyMove(room, 'start', ...scene);
  if (isRefusal(change)) throw new Error(change.refused);
  return { ...room, ...change };
};

test('V1 before the seal the room shows the question and its instants, and nothing of its key', () => {
  const { question: _, ...turn } = turnOf({ announcedAt: OPENS - 8000 });
  expect(roomView(asked())).toEqual({
    version: 5,
    phase: 'question',
    pin: '123456',
    title: 'Capitals',
    language: 'en',
    number: 1,
    of: 3,
    firstTurn: 0,
    kinds: ['choice'],
    players: 1,
    locked: false,
    speed: true,
    turn: { ...turn, number: 0 },
    asked: {
      kind: 'choice',
      text: 'The capital of Chile?',
      points: 1000,
      picture: undefined,
      prompt: { options: ['Lima', 'Santiago'], several: false },
      outcome: undefined,
    },
  });
});

test('V1 key, bars and explanation are shown in reveal and standings only, whatever the record holds', () => {
  const room = {
    ...asked(),
    ...revealRound(asked(), CAPITALS, seats, { bytes: 1500 }),
    top: [{ name: 'Ann', points: 1, gained: 1, rank: 1, streak: 1 }],
  };
  const phases: Phase[] = ['lobby', 'question', 'reveal', 'standings', 'podium', 'closed'];
  const shown = phases.filter((phase) => /Santiago it is|"summary"|"right"/.test(JSON.stringify(roomView({ ...room, phase }))));
  expect(shown).toEqual(['reveal', 'standings']);
  expect(phases.filter((phase) => roomView({ ...room, phase }).top)).toEqual(['reveal', 'standings', 'podium']);
});

test('V2 nothing of the room’s owner, hosts, shards or change ids leaves the server', () => {
  const text = JSON.stringify(
    roomView({ ...asked(), host: { connection: 'host-connection', connectedAt: 1 }, changeId: 'change-id' }),
  );
  expect(['hash-of-the-key', 'host-connection', 'change-id', 'shards', 'told'].filter((secret) => text.includes(secret))).toEqual(
    [],
  );
});

test('V2 a player sees their own seat and the answer to the last turn', () => {
  const address = { room: 'room-of-test', shard: 0, seat: seats[0]!.id };
  const you = { address: `room-of-test.0.${seats[0]!.id}`, rev: 1, name: 'Ann', from: 0 };
  expect(youView(address, seats[0]!, asked())).toEqual({ ...you, answer: { turn: 0, value: '2', at: OPENS + 700 } });
  expect(youView(address, seats[0]!, roomOf())).toEqual({ ...you, answer: undefined });
});

test('the larger the room, the rarer its phones speak', () => {
  expect([1, 200, 201, 2000, 2001, 50_000].map(syncInterval)).toEqual([20_000, 20_000, 60_000, 60_000, 120_000, 120_000]);
});
