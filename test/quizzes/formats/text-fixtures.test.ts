// Each file of `texts/` has traps of real files in it, and `texts-expected/` what a person would find there.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { aiken } from '../../../quizzes/formats/aiken.ts';
import type { Brought, DroppedFile, Format } from '../../../quizzes/formats/format.ts';
import { gift } from '../../../quizzes/formats/gift.ts';
import { h5p } from '../../../quizzes/formats/h5p.ts';
import { moodleXml } from '../../../quizzes/formats/moodle-xml.ts';
import { plainText } from '../../../quizzes/formats/plain-text.ts';
import { qti } from '../../../quizzes/formats/qti.ts';

const FOLDER = new URL('texts/', import.meta.url);
/** Most specific first, as they are asked. */
const READERS: Format[] = [h5p, qti, moodleXml, gift, aiken, plainText];
const FILES: Record<string, Format> = {
  'assistant.txt': plainText,
  'bullets.txt': plainText,
  'by-hand.txt': plainText,
  'key-at-end.txt': plainText,
  'exam-without-answers.txt': plainText,
  'not-well-formed.moodle.xml': moodleXml,
  'package.qti21': qti,
  'question-set.h5p': h5p,
  'single-choices.h5p': h5p,
  'traps.aiken.txt': aiken,
  'traps.gift': gift,
  'traps.moodle.xml': moodleXml,
  'traps.qti12.xml': qti,
};

const bytesOf = (path: URL) => new Uint8Array(readFileSync(path));

/** A folder is a package. */
function dropped(name: string): DroppedFile {
  const path = new URL(name, FOLDER);
  if (!statSync(path).isDirectory()) return { name, bytes: bytesOf(path) };
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((one) => /\.[a-z]+$/.test(one));
  return { name, bytes: zipSync(Object.fromEntries(inside.map((one) => [one, bytesOf(new URL(`${name}/${one}`, FOLDER))]))) };
}

/** As JSON: pictures by their size. */
const shown = ({ media, ...brought }: Brought) => ({
  ...brought,
  media: Object.fromEntries([...media].map(([name, { length }]) => [name, length])),
});

describe.each(Object.entries(FILES))('%s', (name, format) => {
  test('is known by its content', () => {
    expect(READERS.find((one) => one.recognises({ ...dropped(name), name: 'any' }))?.name).toBe(format.name);
  });

  test('gives every question, rightly marked', () => {
    const found = shown(format.read(dropped(name)));
    const expected = new URL(`texts-expected/${name}.json`, import.meta.url);
    if (process.env.WRITE_EXPECTED) writeFileSync(expected, `${JSON.stringify(found, null, 2)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

test('no file is forgotten', () => {
  expect(readdirSync(FOLDER).filter((name) => !(name in FILES))).toEqual([]);
});
