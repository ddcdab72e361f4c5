// Each file of `texts/` has traps of real files in it, and `texts-expected/` what a person would find there.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bring } from '../../../quizzes/formats/bring.ts';
import type { Brought } from '../../../quizzes/formats/format.ts';
import { dropped, FILES, fileNames, READERS } from './text-files.ts';

/** As JSON: pictures by their size. */
const shown = ({ media, ...brought }: Brought) => ({
  ...brought,
  media: Object.fromEntries([...media].map(([name, { length }]) => [name, length])),
});

describe.each(Object.entries(FILES))('%s', (name, format) => {
  test('is known by its content', () => {
    expect(READERS.find((one) => one.recognises({ ...dropped(name), name: 'any' }))?.name).toBe(format.name);
  });

  test('and is no other format’s', async () => {
    expect(await bring({ ...dropped(name), name: 'any' })).toMatchObject({ format: format.name });
  });

  test('gives every question, rightly marked', () => {
    const found = shown(format.read(dropped(name)));
    const expected = new URL(`texts-expected/${name}.json`, import.meta.url);
    if (process.env.WRITE_EXPECTED) writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

test('no file is forgotten', () => {
  expect(fileNames().filter((name) => !(name in FILES))).toEqual([]);
});
