// Zips as people have them, and as somebody makes them to do harm.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { isZip, namesInZip, unzip } from '../../../quizzes/formats/unzip.ts';

const LIMITS = { total: 10_000, each: 6_000 };
const all = () => true;
const files = { 'a.txt': strToU8('first'), 'deep/b.txt': strToU8('second'.repeat(100)) };

test('files come by name, stored or deflated', () => {
  for (const level of [0, 9] as const) {
    const zip = zipSync(files, { level });
    expect(isZip(zip)).toBe(true);
    expect(namesInZip(zip)).toEqual(['a.txt', 'deep/b.txt']);
    expect(unzip(zip, all, LIMITS)).toEqual(new Map(Object.entries(files)));
    expect(unzip(zip, (name) => name === 'a.txt', LIMITS)).toEqual(new Map([['a.txt', files['a.txt']]]));
  }
});

test('a zip within other bytes is read from where it begins', () => {
  const zip = zipSync(files);
  const around = new Uint8Array(zip.length + 7);
  around.set(zip, 3);
  expect(unzip(around.subarray(3, 3 + zip.length), all, LIMITS)).toEqual(new Map(Object.entries(files)));
});

test('what inflates beyond its bounds is refused, also when its list of files lies', () => {
  const bomb = zipSync({ a: new Uint8Array(50_000_000) }, { level: 9 });
  expect(unzip(bomb, all, LIMITS)).toEqual({ refused: 'Unpacked, this file is too large: more than 1 MB.' });
  const data = new DataView(bomb.buffer, bomb.byteOffset);
  const directory = data.getUint32(bomb.length - 6, true);
  data.setUint32(directory + 24, 10, true);
  expect(unzip(bomb, all, LIMITS)).toEqual({ refused: 'Unpacked, this file is too large: more than 1 MB.' });
  const many = zipSync({ a: new Uint8Array(5_000), b: new Uint8Array(5_000), c: new Uint8Array(5_000) });
  expect(unzip(many, all, LIMITS)).toEqual({ refused: 'Unpacked, this file is too large: more than 1 MB.' });
});

test('a damaged or locked zip is refused in words', () => {
  const zip = zipSync(files);
  expect(unzip(zip.subarray(0, 40), all, LIMITS)).toEqual({
    refused: 'This zip file is damaged: its list of files is missing.',
  });
  const torn = zip.slice();
  torn.fill(0xff, 0, 60);
  expect(unzip(torn, all, LIMITS)).toEqual({ refused: 'This zip file is damaged.' });
  const locked = zip.slice();
  const data = new DataView(locked.buffer);
  data.setUint16(data.getUint32(locked.length - 6, true) + 8, 1, true);
  expect(unzip(locked, all, LIMITS)).toEqual({ refused: 'This zip file is locked with a password.' });
});
