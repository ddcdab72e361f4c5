// What a packed program has with it: one file of JSON, within the executable or beside the script.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getRawAsset, isSea } from 'node:sea';
import type { Quiz } from '../../game/quiz/quiz.ts';
import type { GivenQuiz } from '../../quizzes/quiz-files.ts';
import type { Version } from '../cli/version.ts';

export const CONTENTS = 'contents.json';
export const LICENCES = 'licences.txt';

/** Files by name, in Base64. */
type Files = Record<string, string>;

/** As it is written where the program is packed. */
export interface Contents extends Version {
  pages: Files;
  samples: { id: string; quiz: Quiz; media: Files }[];
}

const asset = (name: string): string =>
  isSea() ? Buffer.from(getRawAsset(name)).toString() : readFileSync(join(import.meta.dirname, name), 'utf8');

const unpacked = (files: Files) => new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')]));

/** @throws where it has not been packed */
export function openContents() {
  const { pages, samples, ...version }: Contents = JSON.parse(asset(CONTENTS));
  return {
    version,
    pages: unpacked(pages),
    samples: (): GivenQuiz[] => samples.map((sample) => ({ ...sample, media: unpacked(sample.media) })),
    licences: () => asset(LICENCES),
  };
}
