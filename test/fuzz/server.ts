// The server under test, in its own process.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostRoom, joinRoom } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';

export const PATHS = ['/host.html', '/player.html', '/app-0123ABCD.js'];

export interface FuzzedServer {
  port: number;
  /** Bytes. */
  heap(): Promise<number>;
  /** @returns the number of right answers acknowledged */
  playGame(): Promise<number>;
  /** Exit code; null while running. */
  readonly ended: number | null;
  close(): Promise<void>;
}

async function asked(server: ChildProcess, what: 'heap' | { leap: number }): Promise<number> {
  server.send(what);
  const [answer] = await once(server, 'message');
  return Number(answer);
}

export async function startFuzzedServer(): Promise<FuzzedServer> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
  mkdirSync(join(data, 'pages'));
  for (const path of PATHS) writeFileSync(join(data, 'pages', path), `<p>${path}`.repeat(500));
  const server = fork(join(import.meta.dirname, '../faults/server-process.ts'), [data, join(data, 'pages')], {
    execArgv: ['--expose-gc'],
  });
  const [{ port, key }] = (await once(server, 'message')) as [{ port: number; key: string }];
  const url = `ws://127.0.0.1:${port}/socket`;
  return {
    port,
    heap: () => asked(server, 'heap'),
    async playGame() {
      const game = await hostRoom(await connectClient(url), key, { quiz: 'faults' });
      const players = await Promise.all(['Ann', 'Bo', 'Cy'].map((name) => joinRoom(url, game.pin, name)));
      await game.move('start');
      await game.opened();
      const answers = await Promise.all(players.map((player) => player.answer('1', 0)));
      await game.until('reveal');
      await game.move('podium');
      await game.move('end');
      for (const { line } of [game, ...players]) line.close();
      await Promise.all([game, ...players].map(({ line }) => line.closed));
      return answers.filter(({ answer }) => answer.value === '1').length;
    },
    get ended() {
      return server.exitCode;
    },
    async close() {
      if (server.exitCode === null) {
        server.disconnect();
        await once(server, 'exit');
      }
      rmSync(data, { recursive: true });
    },
  };
}
