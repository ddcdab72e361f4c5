import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { parseQuiz, type Quiz, type QuizFault, quizFaultLine } from '../game/quiz/quiz.ts';
import { NothingToFitWith } from './fit-picture.ts';
import { decodeText } from './formats/decode-text.ts';
import { fitMedia, mediaBeside } from './media-beside.ts';

export interface QuizFile {
  /** File name without ending. */
  id: string;
  quiz: Quiz;
  /** Files as they are, by the name that they get when made fit. */
  media: Map<string, string>;
  /** For whoever wrote the file. */
  remark?: string;
}

/** Its media may be in memory already. */
export type GivenQuiz = Omit<QuizFile, 'media'> & { media: ReadonlyMap<string, string | Buffer> };

/** With a line for each fault. */
export class UnreadableQuiz extends Error {}

function parseFile(file: string): { quiz: Quiz; guessed?: string | undefined } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UnreadableQuiz(`There is no quiz file ${file}.`);
  }
  const { text, guessed } = decodeText(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // The parser quotes the file, with its line ends.
    throw new UnreadableQuiz(`${file} is not JSON: ${(error as Error).message.replace(/\s+/g, ' ')}.`);
  }
  const parsed = parseQuiz(json);
  if ('faults' in parsed) throw unreadable(file, parsed.faults);
  return { quiz: parsed.quiz, guessed };
}

/** The protocol takes 100 characters; a number may follow. */
const ID_LENGTH = 90;

const unreadable = (file: string, faults: readonly QuizFault[]) =>
  new UnreadableQuiz([`${file} cannot be used:`, ...faults.map((fault) => `  ${quizFaultLine(fault)}`)].join('\n'));

/**
 * Reads a quiz file with its pictures, sounds and videos.
 * @throws UnreadableQuiz with every fault
 */
export function readQuizFile(file: string): QuizFile {
  const { quiz, guessed } = parseFile(file);
  const folder = resolve(dirname(file));
  const found = quiz.questions.map((question) => mediaBeside(folder, question));
  const faults = found.flatMap((one, i) =>
    one.faults.map(({ field, ...fault }) => ({ at: `question ${i + 1}, ${field}`, ...fault })),
  );
  if (faults.length) throw unreadable(file, faults);
  const id = basename(file, extname(file)).slice(0, ID_LENGTH);
  const questions = found.map(({ question }) => question);
  const media = new Map(found.flatMap(({ files }) => files));
  return {
    id,
    quiz: { ...quiz, questions },
    media,
    ...(guessed && { remark: `${file} is not UTF-8: it was read as ${guessed}. If letters look wrong, save it as UTF-8.` }),
  };
}

/**
 * A file that a quiz names, made fit for pages.
 * @param name that it gets
 * @throws UnreadableQuiz
 */
export async function readMedia(name: string, file: string): Promise<Buffer> {
  try {
    return await fitMedia(name, file);
  } catch (error) {
    if (error instanceof NothingToFitWith)
      throw new UnreadableQuiz(`${file} would have to be made smaller, which this program cannot. Save it as .webp.`);
    const why = (error as Error).message.replace(/\s+/g, ' ');
    throw new UnreadableQuiz(`${file} cannot be used as a picture (${why}). Save it again as .jpg or .png.`);
  }
}

/** Of files with one name, each after the first gets a number. */
export function withOwnIds(files: readonly GivenQuiz[]): GivenQuiz[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let id = file.id;
    for (let n = 2; taken.has(id); n++) id = `${file.id}-${n}`;
    taken.add(id);
    return { ...file, id };
  });
}

/** Ordered by name. */
export const quizFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => join(folder, name));
