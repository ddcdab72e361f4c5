import { expect, test } from 'vitest';
import { linesOf, pasteOptions, removeOption } from '../../../web/questions/option-edits.ts';

test('pasted lines lose the marks of their list, and empty ones are none', () => {
  expect(linesOf('a) Ann\r\n\r\n- Ben\n• Cem\n3. Dora\n(D) Eva\n  Finn ')).toEqual(['Ann', 'Ben', 'Cem', 'Dora', 'Eva', 'Finn']);
  expect(linesOf('A. D. Smith\nI. Newton')).toEqual(['D. Smith', 'I. Newton']);
});

test('several lines replace the option, fill empty ones, then become new ones, up to six', () => {
  const before = { options: ['Old', 'Kept', '', ''], right: [2] };
  expect(pasteOptions(before, 0, ['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toEqual({
    options: ['A', 'Kept', 'B', 'C', 'D', 'E'],
    right: [2],
    left: 2,
  });
});

test('right ones keep their text when an option goes', () => {
  expect(removeOption({ options: ['A', 'B', 'C'], right: [1, 3] }, 1)).toEqual({ options: ['A', 'C'], right: [1, 2] });
  expect(removeOption({ options: ['A', 'B', 'C'], right: [1, 3] }, 0)).toEqual({ options: ['B', 'C'], right: [2] });
});

test('two options stay: one of them is emptied instead', () => {
  expect(removeOption({ options: ['A', 'B'], right: [1] }, 0)).toEqual({ options: ['', 'B'], right: [] });
});
