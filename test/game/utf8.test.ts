import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Bytes } from '../../game/utf8.ts';

test('a text has as many bytes as it takes on the wire', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Bytes(text)).toBe(Buffer.byteLength(text));
    }),
  );
  expect(['a', 'é', '数', '🦊', '\ud800'].map(utf8Bytes)).toEqual([1, 2, 3, 4, 3]);
  // The last and first of each length.
  expect(['\u007f', '\u0080', '\u07ff', '\u0800', '\uffff', '\u{10000}'].map(utf8Bytes)).toEqual([1, 2, 2, 3, 3, 4]);
});
