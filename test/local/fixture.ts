import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type LocalServer, type ServerOptions, startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** Short questions of every kind, whose explanations are found nowhere else. */
export const QUICK = readQuizFile(join(ROOT, 'test/quizzes/quick.json'));

export interface Fixture {
  server: LocalServer;
  url: string;
  key: string;
  close(): Promise<void>;
}

/** A server of its own, with the quick quiz and a sample. */
export async function fixture(more: Partial<ServerOptions> = {}): Promise<Fixture> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const pages = join(data, 'pages');
  mkdirSync(pages);
  const quizzes = [QUICK, readQuizFile(join(ROOT, 'quizzes/science.json'))];
  const server = await startServer({ port: 0, data, pages, quizzes, onFault: (error) => expect.fail(String(error)), ...more });
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
