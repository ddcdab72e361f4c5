import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { MEDIA_FIELDS } from '../game/quiz/questions/kind.ts';
import type { Assembled } from './formats/assemble.ts';
import type { Draft, Entry } from './formats/format.ts';
import { isRecord } from './formats/json-value.ts';
import { leftOutJson } from './formats/left-out.ts';

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

/** Media lie in a folder beside the quiz, under names of ours. */
function withMedia(questions: readonly Draft[], media: ReadonlyMap<string, Uint8Array>, folder: string, name: string): Draft[] {
  return questions.map((question, i) => {
    const named = MEDIA_FIELDS.flatMap((field) => {
      const one = question[field];
      const bytes = isRecord(one) ? media.get(String(one.file)) : undefined;
      if (!isRecord(one) || !bytes) return [];
      const what = field === 'picture' ? '' : `-${field}`;
      const own = `question-${i + 1}${what}${extname(String(one.file)).toLowerCase()}`;
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, own), bytes);
      // Small pictures are made anew from the large ones.
      const { small: _, ...rest } = one;
      return [[field, { ...rest, file: `${name}/${own}` }]];
    });
    return { ...question, ...Object.fromEntries(named) };
  });
}

/** @returns the path of the quiz file */
export function saveQuiz(quiz: Assembled, media: ReadonlyMap<string, Uint8Array>, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const own = freeName(folder, name);
  const questions = withMedia(quiz.questions, media, folder, own);
  const path = join(folder, own + ENDING);
  writeFileSync(path, `${JSON.stringify({ ...quiz, questions }, null, 2)}\n`);
  return path;
}

/**
 * What no quiz could take, as far as it is kept: a later version may know its kinds.
 * @returns the path of a file that is no quiz
 */
export function saveLeftOut(entries: readonly Entry[], folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, freeName(folder, name) + ENDING);
  const leftOut = entries.flatMap((entry) => (entry.outcome === 'left' ? [{ ...entry, text: entry.kept ?? entry.text }] : []));
  writeFileSync(path, leftOutJson(leftOut.map(({ at, reason, text }) => ({ at, reason, text }))));
  return path;
}
