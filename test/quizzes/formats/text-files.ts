// Readers of texts, XML and packages, and files with the traps that real ones have.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { zipSync } from 'fflate';
import { aiken } from '../../../quizzes/formats/aiken.ts';
import type { DroppedFile, Format } from '../../../quizzes/formats/format.ts';
import { gift } from '../../../quizzes/formats/gift.ts';
import { h5p } from '../../../quizzes/formats/h5p.ts';
import { moodleXml } from '../../../quizzes/formats/moodle-xml.ts';
import { plainText } from '../../../quizzes/formats/plain-text.ts';
import { qti } from '../../../quizzes/formats/qti.ts';

const FOLDER = new URL('texts/', import.meta.url);

/** Most specific first, as they are asked. */
export const READERS: Format[] = [h5p, qti, moodleXml, gift, aiken, plainText];

export const FILES: Record<string, Format> = {
  'assistant.txt': plainText,
  'bullets.txt': plainText,
  'by-hand.txt': plainText,
  'exam-without-answers.txt': plainText,
  'folded-answers.txt': plainText,
  'key-at-end.txt': plainText,
  'key-with-reasons.txt': plainText,
  'nested-bullets.txt': plainText,
  'not-well-formed.moodle.xml': moodleXml,
  'package.qti21': qti,
  'practice-exam.txt': plainText,
  'question-set.h5p': h5p,
  'questions-and-answers.txt': plainText,
  'repeated-below.txt': plainText,
  'single-choices.h5p': h5p,
  'traps.aiken.txt': aiken,
  'traps.gift': gift,
  'traps.moodle.xml': moodleXml,
  'traps.qti12.xml': qti,
};

export const fileNames = () => readdirSync(FOLDER);

const bytesOf = (path: URL) => new Uint8Array(readFileSync(path));

/** Of a file, or of all that a package's folder holds. */
export function contents(name: string): Record<string, Uint8Array> {
  const path = new URL(name, FOLDER);
  if (!statSync(path).isDirectory()) return { [name]: bytesOf(path) };
  const inside = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((one) => /\.[a-z]+$/.test(one));
  return Object.fromEntries(inside.map((one) => [one, bytesOf(new URL(`${name}/${one}`, FOLDER))]));
}

export const isPackage = (name: string) => statSync(new URL(name, FOLDER)).isDirectory();

export function dropped(name: string): DroppedFile {
  const inside = contents(name);
  return { name, bytes: isPackage(name) ? zipSync(inside) : (inside[name] ?? new Uint8Array()) };
}
