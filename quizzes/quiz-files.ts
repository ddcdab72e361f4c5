import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { parseQuiz, type Quiz, type QuizFault, quizFaultLine } from '../game/quiz/quiz.ts';
import { fitEnding, fitPicture } from './fit-picture.ts';
import { decodeText } from './formats/decode-text.ts';

export interface QuizFile {
  /** File name without ending. */
  id: string;
  quiz: Quiz;
  /** Files as they are, by the name that they get when made fit. */
  pictures: Map<string, string>;
  /** For whoever wrote the file. */
  remark?: string;
}

/** With a line for each fault. */
export class UnreadableQuiz extends Error {}

function parseFile(file: string): { quiz: Quiz; isGuess: boolean } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UnreadableQuiz(`There is no quiz file ${file}.`);
  }
  const { text, isGuess } = decodeText(bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    // The parser quotes the file, with its line ends.
    throw new UnreadableQuiz(`${file} is not JSON: ${(error as Error).message.replace(/\s+/g, ' ')}.`);
  }
  const parsed = parseQuiz(json);
  if ('faults' in parsed) throw unreadable(file, parsed.faults);
  return { quiz: parsed.quiz, isGuess };
}

const MB = 1e6;
/** Drawings go to phones as they are: four seconds at 2 Mbit/s. */
const DRAWING_MB = 1;
/** Of what is made smaller. */
const PHOTO_MB = 100;
const GUESSED = 'not UTF-8: it was read as Windows-1252. If letters look wrong, save it as UTF-8.';
/** The protocol takes 100 characters; a number may follow. */
const ID_LENGTH = 90;

function read(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

const unreadable = (file: string, faults: readonly QuizFault[]) =>
  new UnreadableQuiz([`${file} cannot be used:`, ...faults.map((fault) => `  ${quizFaultLine(fault)}`)].join('\n'));

/**
 * Reads a quiz file with its pictures.
 * @throws UnreadableQuiz with every fault
 */
export function readQuizFile(file: string): QuizFile {
  const { quiz, isGuess } = parseFile(file);
  const folder = resolve(dirname(file));
  const pictures = new Map<string, string>();
  const faults: QuizFault[] = [];
  const questions = quiz.questions.map((question, i) => {
    if (!question.picture) return question;
    const at = `question ${i + 1}, picture file`;
    const path = join(folder, question.picture.file);
    const bytes = path.startsWith(folder + sep) ? read(path) : undefined;
    if (!bytes) {
      faults.push({ at, should: 'a file that can be read', is: JSON.stringify(question.picture.file) });
      return question;
    }
    const ending = extname(path).toLowerCase();
    const most = ending === '.svg' ? DRAWING_MB : PHOTO_MB;
    if (bytes.length > most * MB)
      faults.push({ at, should: `at most ${most} MB`, is: `${(bytes.length / MB).toFixed(1)} MB: ${question.picture.file}` });
    // A name such as france.svg would tell the answer.
    const name = createHash('sha256').update(bytes).digest('hex').slice(0, 20) + fitEnding(ending);
    pictures.set(name, path);
    return { ...question, picture: { ...question.picture, file: name } };
  });
  if (faults.length) throw unreadable(file, faults);
  const id = basename(file, extname(file)).slice(0, ID_LENGTH);
  return { id, quiz: { ...quiz, questions }, pictures, ...(isGuess && { remark: `${file} is ${GUESSED}` }) };
}

/**
 * A picture of a quiz file, made fit for phones.
 * @throws UnreadableQuiz
 */
export async function readPicture(file: string): Promise<Buffer> {
  try {
    return await fitPicture(readFileSync(file), extname(file).toLowerCase());
  } catch (error) {
    const why = (error as Error).message.replace(/\s+/g, ' ');
    throw new UnreadableQuiz(`${file} cannot be used as a picture (${why}). Save it again as .jpg or .png.`);
  }
}

/** Of files with one name, each after the first gets a number. */
export function withOwnIds(files: readonly QuizFile[]): QuizFile[] {
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
