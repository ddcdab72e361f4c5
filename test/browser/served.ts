import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { type LocalServer, startServer } from '../../local/server.ts';
import { readQuizFile } from '../../quizzes/quiz-files.ts';
import { sharedBrowser } from '../support/shared.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Served {
  readonly server: LocalServer;
  readonly browser: Browser;
  /** Goes when the tests have ended. */
  folder: string;
}

/** A server and a browser for all tests of a file. @param quizzes their contents, or files of `test/quizzes/` */
export function served(...quizzes: (object | string)[]): Served {
  const folder = mkdtempSync(join(tmpdir(), 'quizcast-'));
  const fileOf = (quiz: object | string, i: number) => {
    if (typeof quiz === 'string') return join(ROOT, 'test', 'quizzes', quiz);
    writeFileSync(join(folder, `quiz-${i}.json`), JSON.stringify(quiz));
    return join(folder, `quiz-${i}.json`);
  };
  let server: LocalServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer({
      port: 0,
      data: join(folder, 'data'),
      pages: join(ROOT, 'dist'),
      quizzes: quizzes.map(fileOf).map(readQuizFile),
      onFault: (error) => expect.fail(String(error)),
    });
    browser = await sharedBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(folder, { recursive: true });
  });
  return {
    folder,
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
  };
}
