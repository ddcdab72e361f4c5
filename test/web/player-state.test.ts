import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import type { RoomView, YouView } from '../../game/wire/views.ts';
import { createPlayerState } from '../../web/player/player-state.ts';

const room = (version: number, phase: string, turn: number | undefined, firstTurn = 0) =>
  ({ version, phase, firstTurn, number: turn ?? 0, turn: turn === undefined ? undefined : { number: turn } }) as RoomView;
const you = (rev: number, turn?: number): YouView => ({
  address: 'room.0.seat',
  rev,
  from: 0,
  name: `Ann${rev}`,
  answer: turn === undefined ? undefined : { turn, value: '2', at: 5 },
});
const standing = (version: number, turn: number) =>
  ({ version, turn, points: version, mark: 'right', gained: 0, streak: 1, rank: 1, of: 1 }) as PlayerStanding;

/** Two questions, the first one answered. */
const frames: Frame[] = [
  { type: 'view', room: room(1, 'lobby', undefined), you: you(1) },
  { type: 'view', you: you(2) },
  { type: 'view', room: room(2, 'question', 0) },
  { type: 'answered', turn: 0, answer: { value: '2', at: 5 }, rev: 3 },
  { type: 'view', you: you(3, 0) },
  { type: 'tally', turn: 0, answered: 1, waiting: 2 },
  { type: 'tally', turn: 0, answered: 3, waiting: 0 },
  { type: 'view', room: room(3, 'reveal', 0), standing: standing(3, 0) },
  { type: 'view', room: room(4, 'question', 1) },
  { type: 'tally', turn: 1, answered: 1, waiting: 2 },
];

const state = (view: ReturnType<typeof createPlayerState>) => ({
  room: view.room.value,
  you: view.you.value,
  standing: view.standing.value,
  answer: view.answer.value,
  tally: view.tally.value,
});

test('the newest of each part wins, in whatever order frames arrive and however often', () => {
  const order = fc.shuffledSubarray([...frames, ...frames.slice(2, 8)], { minLength: frames.length + 6 });
  fc.assert(
    fc.property(order, (order) => {
      const view = createPlayerState(() => undefined);
      for (const frame of order) view.apply(frame);
      expect(state(view)).toEqual({
        room: room(4, 'question', 1),
        you: you(3, 0),
        standing: standing(3, 0),
        answer: undefined,
        tally: { answered: 1, waiting: 2 },
      });
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('an answer is there until the next question, chosen at first and then sent', () => {
  const view = createPlayerState(() => undefined);
  view.apply(frames[2]!);
  const seen = [view.answer.value];
  view.choose(0, '1,3');
  seen.push(view.answer.value);
  view.apply({ type: 'answered', turn: 0, answer: { value: '1,3', at: 5 }, rev: 2 });
  seen.push(view.answer.value);
  view.apply(frames[8]!);
  seen.push(view.answer.value);
  expect(seen).toEqual([undefined, { value: '1,3', sent: false }, { value: '1,3', sent: true }, undefined]);
});

test('the answer that the server has is the one that counts', () => {
  const view = createPlayerState(() => undefined);
  view.apply(frames[2]!);
  view.choose(0, '4');
  view.apply({ type: 'view', you: you(3, 0) });
  expect(view.answer.value).toEqual({ value: '2', sent: true });
});

test('a late acknowledgement does not touch the answer to the next question', () => {
  const view = createPlayerState(() => undefined);
  view.apply(frames[8]!);
  view.choose(1, '3');
  view.apply(frames[3]!);
  expect(view.answer.value).toEqual({ value: '3', sent: false });
});

test('play again begins without a standing', () => {
  const view = createPlayerState(() => undefined);
  view.apply(frames[7]!);
  view.apply({ type: 'view', room: room(9, 'lobby', undefined, 1) });
  expect(view.standing.value).toBe(undefined);
});
