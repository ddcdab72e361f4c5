import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Bytes } from '../../game/utf8.ts';

test('a text has as many bytes as it takes on the wire', () => {
  const text = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes));
  fc.assert(fc.property(text, (one) => utf8Bytes(one) === Buffer.byteLength(one)));
  expect(['a', 'é', '数', '🦊', '\ud800'].map(utf8Bytes)).toEqual([1, 2, 3, 4, 3]);
  // The last and first of each length.
  expect(['\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}'].map(utf8Bytes)).toEqual([1, 2, 2, 3, 3, 4]);
});
