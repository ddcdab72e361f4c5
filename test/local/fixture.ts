import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseQuiz } from '../../game/quiz.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { type LocalServer, startServer } from '../../local/server.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Short questions of every kind, whose explanations are found nowhere else. */
const parsed = parseQuiz({
  title: 'Quick',
  language: 'en',
  questions: [
    { kind: 'choice', text: 'One?', options: ['a', 'b', 'c'], right: 2, seconds: 5, reading: 1, explanation: 'explained-one' },
    {
      kind: 'several',
      text: 'Two?',
      options: ['a', 'b', 'c'],
      right: [1, 3],
      partial: true,
      seconds: 5,
      reading: 1,
      explanation: 'explained-two',
    },
    { kind: 'true-false', text: 'Three?', right: false, seconds: 5, reading: 1, points: 2000, explanation: 'explained-three' },
  ],
});
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));

export const QUICK = { id: 'quick', quiz: parsed.quiz, pictures: new Map<string, string>() };

export interface Fixture {
  server: LocalServer;
  url: string;
  key: string;
  close(): Promise<void>;
}

/** A server of its own, with the quick quiz and a sample. */
export async function fixture(): Promise<Fixture> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const pages = join(data, 'pages');
  mkdirSync(pages);
  const quizzes = [QUICK, readQuizFile(join(ROOT, 'quizzes/science.json'))];
  const server = await startServer({ port: 0, data, pages, quizzes, onFault: (error) => expect.fail(String(error)) });
  return {
    server,
    url: `ws://127.0.0.1:${server.port}/socket`,
    key: server.key,
    async close() {
      await server.close();
      rmSync(data, { recursive: true });
    },
  };
}
