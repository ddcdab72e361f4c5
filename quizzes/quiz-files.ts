import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, extname, join, resolve, sep } from 'node:path';
import { parseQuiz, type Quiz, type QuizFault, quizFaultLine } from '../game/quiz/quiz.ts';

export interface QuizFile {
  /** File name without ending. */
  id: string;
  quiz: Quiz;
  /** Files by content name. */
  pictures: Map<string, string>;
}

/** With a line for each fault. */
export class UnreadableQuiz extends Error {}

function parseFile(file: string): Quiz {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UnreadableQuiz(`There is no quiz file ${file}.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    // The parser quotes the file, with its line ends.
    throw new UnreadableQuiz(`${file} is not JSON: ${(error as Error).message.replace(/\s+/g, ' ')}.`);
  }
  const parsed = parseQuiz(json);
  if ('faults' in parsed) throw unreadable(file, parsed.faults);
  return parsed.quiz;
}

const unreadable = (file: string, faults: readonly QuizFault[]) =>
  new UnreadableQuiz([`${file} cannot be used:`, ...faults.map((fault) => `  ${quizFaultLine(fault)}`)].join('\n'));

/**
 * Reads a quiz file with its pictures.
 * @throws UnreadableQuiz with every fault
 */
export function readQuizFile(file: string): QuizFile {
  const quiz = parseFile(file);
  const folder = resolve(dirname(file));
  const pictures = new Map<string, string>();
  const faults: QuizFault[] = [];
  const questions = quiz.questions.map((question, i) => {
    if (!question.picture) return question;
    const path = join(folder, question.picture.file);
    try {
      if (!path.startsWith(folder + sep)) throw new Error('outside');
      // A name such as france.svg would tell the answer.
      const name = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 20) + extname(path).toLowerCase();
      pictures.set(name, path);
      return { ...question, picture: { ...question.picture, file: name } };
    } catch {
      faults.push({
        at: `question ${i + 1}, picture file`,
        should: 'a file that can be read',
        is: JSON.stringify(question.picture.file),
      });
      return question;
    }
  });
  if (faults.length) throw unreadable(file, faults);
  return { id: basename(file, extname(file)), quiz: { ...quiz, questions }, pictures };
}

/** Ordered by name. */
export const quizFilesIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .sort()
    .map((name) => join(folder, name));
