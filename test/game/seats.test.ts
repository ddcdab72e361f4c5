import { describe, expect, test } from 'vitest';
import { isAwaited } from '../../game/room/answer-count.ts';
import { addressText, parseAddress, shardOf } from '../../game/seats/seat.ts';
import { answered, OPENS, seatOf, turnOf } from './samples.ts';

test('an address is read back as it was written', () => {
  const address = { room: 'nD2JxUeF23zM4zIt', shard: 3, seat: 'abcdefghij_-ABCDEFGHIJ' };
  expect(parseAddress(addressText(address))).toEqual(address);
});

test('seats spread evenly over the shards of a room', () => {
  const counts = new Array(10).fill(0);
  for (let i = 0; i < 10_000; i++) counts[shardOf(`seat-${i}`.padEnd(22, 'x'), 10)]++;
  expect(Math.min(...counts)).toBeGreaterThan(850);
  expect(Math.max(...counts)).toBeLessThan(1150);
});

describe('C4 who is waited for', () => {
  const turns = [turnOf(), turnOf(), turnOf()];
  const now = OPENS + 5000;
  const both = { 0: answered('1'), 1: answered('1') };
  test.each([
    ['somebody connected who has not answered', seatOf('Ann', both), true],
    ['not somebody who has', seatOf('Ann', { ...both, 2: answered('1') }), false],
    ['somebody who dropped out 9.9 s ago', seatOf('Ann', both, { connection: undefined, leftAt: now - 9900 }), true],
    ['not somebody gone for 10 s', seatOf('Ann', both, { connection: undefined, leftAt: now - 10_000 }), false],
    ['not somebody who was never connected', seatOf('Ann', both, { connection: undefined }), false],
    ['not somebody silent in the last two turns', seatOf('Ann'), false],
    ['somebody silent in one of them', seatOf('Ann', { 0: answered('1') }), true],
    ['somebody who joined in between and could not have answered both', seatOf('Ann', {}, { joinedAt: OPENS + 1 }), true],
    ['not a removed one', seatOf('Ann', both, { removed: true }), false],
  ])('%s', (_, seat, waited) => expect(isAwaited(seat, turns, now)).toBe(waited));
});
