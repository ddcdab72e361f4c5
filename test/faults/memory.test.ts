// Finished rooms are freed from the heap.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostRoom, joinRoom, pause } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';

const PLAYERS = 300;
/** A closed room is kept for 10 min. */
const FORGOTTEN_MS = 11 * 60_000;

const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
let server: ChildProcess;
let url: string;
let key: string;

beforeAll(async () => {
  server = fork(join(import.meta.dirname, 'server-process.ts'), [data], { execArgv: ['--expose-gc'] });
  const [started] = await once(server, 'message');
  url = `ws://127.0.0.1:${started.port}/socket`;
  key = started.key;
});
afterAll(async () => {
  server.disconnect();
  await once(server, 'exit');
  rmSync(data, { recursive: true });
});

async function asked(what: 'heap' | { leap: number }): Promise<number> {
  server.send(what);
  const [answer] = await once(server, 'message');
  return answer as number;
}

/** @returns bytes of heap while the room is full */
async function playRoom(): Promise<number> {
  const game = await hostRoom(await connectClient(url), key, { quiz: 'faults' });
  const names = Array.from({ length: PLAYERS }, (_, i) => `Player ${i}`);
  const players = await Promise.all(names.map((name) => joinRoom(url, game.pin, name)));
  await game.move('start');
  await asked({ leap: game.room.turn!.opensAt - game.room.turn!.announcedAt + 100 });
  await Promise.all(players.map((player, i) => player.answer(String(1 + (i % 3)), 0)));
  await game.look();
  await asked({ leap: 2000 });
  await game.until('reveal');
  await game.move('podium');
  const full = await asked('heap');
  await game.move('end');
  for (const { line } of [game, ...players]) line.close();
  await Promise.all([game, ...players].map(({ line }) => line.closed));
  await asked({ leap: FORGOTTEN_MS });
  await pause(300);
  return full;
}

test('closed rooms leave nothing in memory', { timeout: 240_000 }, async () => {
  // Warm-up.
  for (let i = 0; i < 3; i++) await playRoom();
  const before = await asked('heap');
  let full = 0;
  for (let i = 0; i < 5; i++) full = await playRoom();
  const after = await asked('heap');
  const room = full - after;
  expect(room).toBeGreaterThan(1e6);
  // One leaked standing per seat would reach a quarter.
  expect(after - before).toBeLessThan(room / 8);
});
