// Any one frame lost, doubled, late or overtaken, in either direction, at any moment: the page's own code repairs it within one sync.
// One room holds a player for each such fault, and all of them end where the one without a fault does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { effect } from '@preact/signals';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ResultPlayer } from '../../game/messages.ts';
import { parseQuiz } from '../../game/quiz.ts';
import type { RoomView } from '../../game/views.ts';
import { type LocalServer, startServer } from '../../local/server.ts';
import type { PlayerModel } from '../../web/model.ts';
import { createSeat } from '../../web/seat.ts';
import type { World } from '../../web/world.ts';
import { dial } from '../line.ts';

const HOW = ['lost', 'doubled', 'late', 'overtaken'] as const;
const WAY = ['up', 'down'] as const;
/** Frames of a game in either direction, more than any player has. */
const FRAMES = 14;
const LATE_MS = 700;

interface Fault {
  how: (typeof HOW)[number];
  way: (typeof WAY)[number];
  /** Which frame of that direction. */
  nth: number;
}

const FAULTS: Fault[] = HOW.flatMap((how) =>
  WAY.flatMap((way) => Array.from({ length: FRAMES }, (_, nth) => ({ how, way, nth }))),
);
const nameOf = (fault: Fault | undefined) => (fault ? `${fault.way} ${fault.nth} ${fault.how}` : 'no fault');

/** Passes frames on, but for the one that meets its fault; counts over all connections of a player. */
function faulty(fault: Fault | undefined, way: Fault['way']) {
  let count = 0;
  let held: (() => void) | undefined;
  return (pass: () => void) => {
    const nth = count++;
    const release = held;
    held = undefined;
    if (fault?.way !== way || fault.nth !== nth) pass();
    else if (fault.how === 'doubled') {
      pass();
      pass();
    } else if (fault.how === 'late') setTimeout(pass, LATE_MS);
    else if (fault.how === 'overtaken') {
      held = pass;
      setTimeout(() => held === pass && pass(), LATE_MS);
    }
    release?.();
  };
}

/** A browser of its own for each player. Long silences pass twenty times as fast, so that a sync comes within a second. */
function worldOf(server: LocalServer, pin: string, fault: Fault | undefined): World {
  const up = faulty(fault, 'up');
  const down = faulty(fault, 'down');
  const kept = new Map<string, string>();
  return {
    instant: () => ({ ticks: performance.now(), date: Date.now() }),
    random: Math.random,
    bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    later(ms, run) {
      const timer = setTimeout(run, ms >= 3000 ? ms / 20 : ms);
      return () => clearTimeout(timer);
    },
    connect(url) {
      const real = new WebSocket(url);
      const page = {
        onopen: null as (() => void) | null,
        onmessage: null as ((event: { data: unknown }) => void) | null,
        onclose: null as (() => void) | null,
        send: (text: string) => up(() => real.readyState === WebSocket.OPEN && real.send(text)),
        close: () => real.close(),
      };
      real.onopen = () => page.onopen?.();
      real.onmessage = ({ data }) => down(() => page.onmessage?.({ data }));
      real.onclose = () => page.onclose?.();
      return page as unknown as WebSocket;
    },
    onWake: () => () => {},
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    },
    channel: () => undefined,
    location: { protocol: 'http:', host: `127.0.0.1:${server.port}`, pathname: `/${pin}`, hash: '' },
    showPath: () => {},
  };
}

const QUESTION = { kind: 'choice', options: ['A', 'B'], right: 1, seconds: 12, reading: 1 };
const directory = mkdtempSync(join(tmpdir(), 'quizcast-'));
let server: LocalServer;

beforeAll(async () => {
  const parsed = parseQuiz({
    title: 'T',
    language: 'en',
    questions: [
      { ...QUESTION, text: 'One?' },
      { ...QUESTION, text: 'Two?' },
    ],
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const onFault = (error: unknown) => {
    throw error;
  };
  const quizzes = [{ id: 't', quiz: parsed.quiz, pictures: new Map<string, string>() }];
  server = await startServer({ port: 0, data: directory, pages: directory, quizzes, onFault });
});
afterAll(async () => {
  await server.close();
  rmSync(directory, { recursive: true });
});

test('any one frame lost, doubled, late or overtaken is repaired within one sync', { timeout: 90_000 }, async () => {
  const host = await dial(`ws://127.0.0.1:${server.port}/socket`);
  const { key } = server;
  const { id, room: opened } = await host.ask('stage', 'open', { key, quiz: 't' });
  let room: RoomView = opened!;

  /** Looks as the host's page does, until it is so. */
  async function until(done: (frame: { players: number }) => boolean) {
    for (;;) {
      const frame = await host.ask('stage', 'look', { key, room: id, version: room.version });
      room = frame.room ?? room;
      if (done(frame.stage!)) return;
      await new Promise((resolve) => setTimeout(resolve, Math.min(frame.lookIn!, 200)));
    }
  }
  const move = async (to: 'start' | 'standings' | 'question' | 'podium') => {
    room = (await host.ask('stage', 'move', { key, room: id, version: room.version, move: to })).room!;
  };

  const players = [undefined, ...FAULTS].map((fault) => ({
    name: nameOf(fault),
    model: createSeat(worldOf(server, room.pin, fault)),
  }));
  for (const { name, model } of players) {
    model.join(room.pin, name);
    // Everybody answers as soon as their own page lets them.
    effect(() => {
      if (model.part.value === 'open' && !model.answer.value) model.choose('1');
    });
  }
  await until(({ players: joined }) => joined === players.length);
  await move('start');
  await until(() => room.phase === 'reveal');
  await move('standings');
  await move('question');
  await until(() => room.phase === 'reveal');
  await move('podium');

  const last = room.version;
  const there = ({ model }: { model: PlayerModel }) =>
    model.room.value?.version === last && model.standing.value?.version === last;
  for (let wait = 0; wait < 60 && !players.every(there); wait++) await new Promise((resolve) => setTimeout(resolve, 100));
  expect(players.filter((player) => !there(player)).map(({ name }) => name)).toEqual([]);

  const pages = players.map(({ name, model }) => [name, model.you.value?.name, model.room.value, model.told.value]);
  expect(pages).toEqual(players.map(({ name }) => [name, name, room, undefined]));

  const lines: ResultPlayer[] = [];
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page: { lines: unknown[]; next: number | null } = await host.ask('results', 'results', { key, room: id, cursor });
    lines.push(...(page.lines as ResultPlayer[]).filter(({ line }) => line === 'player'));
    cursor = page.next;
  }
  const wrong = lines.filter(({ answers }) => answers.some(({ mark }) => mark !== 'right'));
  expect(wrong).toEqual([]);
  expect(lines.map(({ name }) => name).sort()).toEqual(players.map(({ name }) => name).sort());
  const standings = players.map(({ name, model }) => [name, model.standing.value?.points]);
  expect(standings).toEqual(players.map(({ name }) => [name, lines.find((line) => line.name === name)?.points]));
  for (const { model } of players) model.leave();
  host.close();
});
