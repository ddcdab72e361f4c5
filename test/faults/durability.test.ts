// An answer that was acknowledged is counted, whatever is killed when: the real server, a real `kill -9`, real sockets.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Frame, ResultPlayer } from '../../game/messages.ts';
import { dial } from '../line.ts';
import { QUICK } from '../local/fixture.ts';
import { type Hosting, hosting, type Playing, pause, playing } from '../players.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const data = mkdtempSync(join(tmpdir(), 'quizcast-'));
const quizFile = join(data, 'quick.json');
let server: ChildProcess;
let port: number;
let url: string;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port: free } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return free;
}

async function start(): Promise<void> {
  server = spawn(
    process.execPath,
    ['local/main.ts', '--port', String(port), '--host', '127.0.0.1', '--data', data, '--quiz', quizFile],
    { cwd: ROOT },
  );
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stdout!.on('data', (text) => {
      said += text;
      if (said.includes('Ctrl-C')) resolve();
    });
    server.stderr!.on('data', (text) => {
      said += text;
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

async function killed(): Promise<void> {
  server.removeAllListeners('exit');
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGKILL');
  await ended;
}

beforeAll(async () => {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(quizFile, JSON.stringify(QUICK.quiz));
  port = await freePort();
  url = `ws://127.0.0.1:${port}/socket`;
  await start();
});
afterAll(async () => {
  await killed();
  rmSync(data, { recursive: true });
});

const key = () => readFileSync(join(data, 'host-key'), 'utf8').trim();
const open = async () => hosting(await dial(url), key(), { quiz: 'quick' });

/** Starts the killed server again, and brings everybody back by sync alone. */
async function survive(game: Hosting, players: Playing[]): Promise<{ game: Hosting; views: Frame<'view'>[] }> {
  await killed();
  await start();
  const back = await hosting(await dial(url), key(), { id: game.id });
  for (const player of players) player.line = await dial(url);
  const views = await Promise.all(players.map((player) => player.sync() as Promise<Frame<'view'>>));
  return { game: back, views };
}

test('killed in every phase, the game goes on where it was, and every acknowledged answer counts', {
  timeout: 120_000,
}, async () => {
  let game = await open();
  const players = [await playing(url, game.pin, 'Ann'), await playing(url, game.pin, 'Bo')];
  const acknowledged: { name: string; turn: number; at: number }[] = [];
  const phases: unknown[] = [];
  const kill = async () => {
    const before = game.room;
    const after = await survive(game, players);
    game = after.game;
    phases.push(after.views.map(({ room, you }) => [room!.phase, you!.name, you!.answer?.value]));
    expect(after.views.map(({ room }) => room)).toEqual([before, before]);
  };
  const answer = async (who: number, value: string, turn: number) => {
    const { answer: recorded } = await players[who]!.answer(value, turn);
    acknowledged.push({ name: players[who]!.name, turn, at: recorded.at });
  };

  await kill();
  await game.move('start');
  await kill();
  await game.opened();
  await answer(0, '2', 0);
  await kill();
  await answer(1, '2', 0);
  await game.look();
  expect(game.room.turn!.closesAt).toBeLessThanOrEqual(Date.now());
  await kill();
  await game.until('reveal');
  const standings = () => Promise.all(players.map(async (player) => ((await player.sync()) as Frame<'view'>).standing));
  const before = await standings();
  await kill();
  expect(await standings()).toEqual(before);
  await game.move('standings');
  await kill();
  await game.move('question');
  await game.opened();
  await answer(0, '1,3', 1);
  await game.move('close');
  await game.until('reveal');
  await game.move('podium');
  await kill();

  expect(phases).toEqual([
    [
      ['lobby', 'Ann', undefined],
      ['lobby', 'Bo', undefined],
    ],
    [
      ['question', 'Ann', undefined],
      ['question', 'Bo', undefined],
    ],
    [
      ['question', 'Ann', '2'],
      ['question', 'Bo', undefined],
    ],
    [
      ['question', 'Ann', '2'],
      ['question', 'Bo', '2'],
    ],
    [
      ['reveal', 'Ann', '2'],
      ['reveal', 'Bo', '2'],
    ],
    [
      ['standings', 'Ann', '2'],
      ['standings', 'Bo', '2'],
    ],
    [
      ['podium', 'Ann', '1,3'],
      ['podium', 'Bo', undefined],
    ],
  ]);
  const { lines } = await game.line.ask('results', 'results', { key: key(), room: game.id });
  const counted = lines.filter((line): line is ResultPlayer => line.line === 'player');
  const marks = counted.flatMap(({ name, answers }) =>
    answers.filter(({ mark }) => mark !== 'none').map(({ turn, mark }) => `${name} ${turn} ${mark}`),
  );
  expect(marks.sort()).toEqual(acknowledged.map(({ name, turn }) => `${name} ${turn} right`).sort());
});

test('killed in the middle of 200 answers, every acknowledged one is there afterwards', { timeout: 60_000 }, async () => {
  const game = await open();
  const by = await dial(url);
  const players: Playing[] = [];
  for (let i = 0; i < 200; i++) players.push(await playing(url, game.pin, `Player ${i}`, by));
  await game.move('start');
  await game.opened();
  const acknowledged = new Map<string, number>();
  const flights = players.map(async (player, i) => {
    await pause(i / 4);
    const { answer } = await player.answer('2', 0);
    acknowledged.set(player.name, answer.at);
    if (acknowledged.size === 60) server.kill('SIGKILL');
  });
  await Promise.allSettled(flights);
  expect(acknowledged.size).toBeGreaterThanOrEqual(60);
  expect(acknowledged.size).toBeLessThan(200);
  const returned = players.filter(({ name }) => acknowledged.has(name));
  await survive(game, returned);
  const kept = await Promise.all(returned.map(async (player) => ((await player.sync()) as Frame<'view'>).you!));
  expect(new Map(kept.map(({ name, answer }) => [name, answer?.at]))).toEqual(acknowledged);
});
