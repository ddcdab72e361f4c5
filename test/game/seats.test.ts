import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressText, cleanName, foldName, parseAddress, shardOf, suggestions, waitedFor } from '../../game/seats.ts';
import { answered, OPENS, seatOf, turnOf } from './samples.ts';

describe('N2 a name is what people can read of it', () => {
  test.each([
    ['  Ann  ', 'Ann'],
    ['Ann\u00a0\t Bo', 'Ann Bo'],
    ['A\u200bn\u200cn\u200d', 'Ann'],
    ['A\u2060n\u2061n\u2062\u2063\u2064', 'Ann'],
    ['\u202eAnn', 'Ann'],
    ['Ann\u0000\u0007', 'Ann'],
    ['Zoe\u0308', 'Zoë'],
    ['A\u0300\u0301\u0302\u0303\u0304nn', 'À\u0301\u0302nn'],
    ['🎉', '🎉'],
    ['李雷', '李雷'],
    ['x'.repeat(20), 'x'.repeat(20)],
    ['x'.repeat(21), { refused: 'nameLong' }],
    ['', { refused: 'nameEmpty' }],
    ['\u200b\u2063 ', { refused: 'nameEmpty' }],
    ['\u2800\u2800', { refused: 'nameEmpty' }],
  ])('%j', (raw, name) => expect(cleanName(raw)).toEqual(name));

  test('cleaning a clean name changes nothing, and it is never longer than 20 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (raw) => {
        const name = cleanName(raw);
        if (typeof name !== 'string') return;
        expect(cleanName(name)).toBe(name);
        expect([...name].length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

test('N3 letter case, accents, width and spaces do not tell two people apart', () => {
  const folded = ['Zoë', 'zoe', 'ZOE', 'Z o e', 'Ｚｏｅ'].map(foldName);
  expect(new Set(folded).size).toBe(1);
  expect(foldName('Ann')).not.toBe(foldName('Anna'));
});

test('N3 offered are the name with a number, never longer than a name may be', () => {
  const first = (name: string) => [...suggestions(name)].slice(0, 3);
  expect(first('Ann')).toEqual(['Ann2', 'Ann3', 'Ann4']);
  expect(first('Ann2')).toEqual(['Ann2', 'Ann3', 'Ann4']);
  expect(first('x'.repeat(20))).toEqual(['2', '3', '4'].map((n) => 'x'.repeat(19) + n));
  expect(first('42')).toEqual(['422', '423', '424']);
});

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
  ])('%s', (_, seat, waited) => expect(waitedFor(seat, turns, now)).toBe(waited));
});
