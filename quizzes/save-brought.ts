import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Assembled } from './formats/assemble.ts';
import type { Draft } from './formats/format.ts';

const ENDING = '.json';

/** A name that no file has yet; nothing is overwritten. */
function freeName(folder: string, name: string): string {
  const plain =
    name
      .replace(/[^\p{L}\p{N} ._-]+/gu, '-')
      .replace(/^[.\s]+/, '')
      .slice(0, 80) || 'quiz';
  for (let n = 1; ; n++) {
    const one = n === 1 ? plain : `${plain}-${n}`;
    if (!existsSync(join(folder, one + ENDING)) && !existsSync(join(folder, one))) return one;
  }
}

const fileOf = ({ picture }: Draft): string | undefined =>
  typeof picture === 'object' && picture !== null && 'file' in picture && typeof picture.file === 'string'
    ? picture.file
    : undefined;

/** Pictures lie in a folder beside the quiz, under names of ours. */
function withPictures(
  questions: readonly Draft[],
  media: ReadonlyMap<string, Uint8Array>,
  folder: string,
  name: string,
): Draft[] {
  return questions.map((question, i) => {
    const file = fileOf(question);
    const bytes = file === undefined ? undefined : media.get(file);
    if (!file || !bytes || typeof question.picture !== 'object') return question;
    const own = `question-${i + 1}${extname(file).toLowerCase()}`;
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, own), bytes);
    return { ...question, picture: { ...question.picture, file: `${name}/${own}` } };
  });
}

/** @returns the path of the quiz file */
export function saveQuiz(quiz: Assembled, media: ReadonlyMap<string, Uint8Array>, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const own = freeName(folder, name);
  const questions = withPictures(quiz.questions, media, folder, own);
  const path = join(folder, own + ENDING);
  writeFileSync(path, `${JSON.stringify({ ...quiz, questions }, null, 2)}\n`);
  return path;
}
