// Acknowledged answers survive `kill -9`.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlayerStanding } from '../../game/seats/standing.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { QUICK } from '../local/fixture.ts';
import { type HostClient, hostRoom, joinRoom, type PlayerClient, pause } from '../support/clients.ts';
import { connectClient } from '../support/protocol-client.ts';
import { pointsFor } from '../support/sample-client/points.ts';

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
const open = async () => hostRoom(await connectClient(url), key(), { quiz: 'quick' });

async function survive(game: HostClient, players: PlayerClient[]): Promise<{ game: HostClient; views: Frame<'view'>[] }> {
  await killed();
  await start();
  const back = await hostRoom(await connectClient(url), key(), { id: game.id });
  for (const player of players) player.line = await connectClient(url);
  const views = await Promise.all(players.map((player) => player.sync() as Promise<Frame<'view'>>));
  return { game: back, views };
}

test('killed in every phase, the game goes on where it was, and every acknowledged answer counts', {
  timeout: 120_000,
}, async () => {
  let game = await open();
  const players = [await joinRoom(url, game.pin, 'Ann'), await joinRoom(url, game.pin, 'Bo')] as const;
  const seats = players.map(({ first }) => first.you!);
  const gains: number[][] = [[], []];
  const answer = async (who: 0 | 1, value: string, share: number) => {
    const turn = game.room.turn!;
    const { answer: recorded, rev } = await players[who].answer(value, turn.number);
    seats[who] = { ...seats[who]!, rev, answer: { turn: turn.number, ...recorded } };
    gains[who]!.push(pointsFor(turn, share, recorded.at));
  };
  const told = () => Promise.all(players.map((player) => player.standing()));

  let standings: (PlayerStanding | undefined)[] = [];
  const phases: string[] = [];
  const kill = async () => {
    const { room } = game;
    const after = await survive(game, [...players]);
    game = after.game;
    phases.push(room.phase);
    // A slow restart may outlast the seal.
    const overtaken = game.room.phase !== room.phase;
    if (overtaken) expect([room.phase, game.room.phase, Date.now() > room.turn!.sealsAt]).toEqual(['question', 'reveal', true]);
    const views = after.views.map(({ room: back, you, standing }) => ({ room: back, you, standing }));
    if (overtaken) return expect(views).toMatchObject(seats.map((you) => ({ room: game.room, you })));
    expect(views).toEqual(seats.map((you, i) => ({ room, you, standing: standings[i] })));
  };

  await kill();
  await game.move('start');
  await kill();
  await game.opened();
  await answer(0, '2', 1);
  await kill();
  await answer(1, '2', 1);
  await game.look();
  expect(game.room.turn!.closesAt).toBeLessThanOrEqual(Date.now());
  await kill();
  await game.until('reveal');
  standings = await told();
  await kill();
  await game.move('standings');
  await kill();
  await game.move('question');
  for (const [i, { answer: _, ...seat }] of seats.entries()) seats[i] = seat;
  await game.opened();
  await answer(0, '1,3', 1);
  await answer(1, '1', 0.5);
  await game.until('reveal');
  await game.move('podium');
  standings = await told();
  await kill();

  expect(phases).toEqual(['lobby', ...Array(3).fill('question'), 'reveal', 'standings', 'podium']);
  const total = gains.map(([first, second]) => first! + second!);
  expect(standings.map((standing) => standing!.points)).toEqual(total);
  const rows = (await game.results()).players.map(({ name, points, answers }) => [
    name,
    points,
    answers.map(({ gained }) => gained),
  ]);
  expect(rows.sort()).toEqual(players.map(({ name }, i) => [name, total[i], gains[i]]));
});

test('killed in the middle of 200 answers, every acknowledged one is there afterwards', { timeout: 240_000 }, async () => {
  const game = await open();
  const by = await connectClient(url);
  const players: PlayerClient[] = [];
  for (let i = 0; i < 200; i++) players.push(await joinRoom(url, game.pin, `Player ${i}`, by));
  await game.move('start');
  await game.opened();
  const acknowledged = new Map<string, number>();
  let killNow = () => {};
  const killedAt = new Promise<void>((resolve) => {
    killNow = resolve;
  });
  const flights = players.map(async (player, i) => {
    // The last 50 are sent after the kill.
    await (i < 150 ? pause(i / 4) : killedAt);
    const { answer } = await player.answer('2', 0);
    acknowledged.set(player.name, answer.at);
    if (acknowledged.size !== 60) return;
    server.kill('SIGKILL');
    killNow();
  });
  await Promise.allSettled(flights);
  expect(acknowledged.size).toBeGreaterThanOrEqual(60);
  expect(acknowledged.size).toBeLessThan(200);
  const returned = players.filter(({ name }) => acknowledged.has(name));
  await survive(game, returned);
  const kept = await Promise.all(returned.map(async (player) => ((await player.sync()) as Frame<'view'>).you!));
  expect(new Map(kept.map(({ name, answer }) => [name, answer?.at]))).toEqual(acknowledged);
});
