// One faulty frame is repaired within one sync.
import { effect } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { creditOf } from '../../game/quiz/questions/asked.ts';
import { parseQuiz } from '../../game/quiz/quiz.ts';
import type { HostView, RoomView } from '../../game/wire/views.ts';
import { gatherResults } from '../../web/connection/gather-results.ts';
import { createPlayerModel } from '../../web/player/player-model.ts';
import type { PlayerModel } from '../../web/ui/page-model.ts';
import { seeded } from '../support/fake-environment.ts';
import { pageEnvironment, type Transfer } from '../support/page-environment.ts';
import { inVirtualTime } from '../support/virtual-time.ts';
import { startFaultlessServer } from './faultless-server.ts';

const HOW = ['lost', 'doubled', 'late', 'overtaken'] as const;
const WAY = ['up', 'down'] as const;
/** More than any player sends or receives. */
const FRAMES = 14;
const LATE_MS = 700;

interface Fault {
  how: (typeof HOW)[number];
  way: (typeof WAY)[number];
  nth: number;
}

const FAULTS: Fault[] = HOW.flatMap((how) =>
  WAY.flatMap((way) => Array.from({ length: FRAMES }, (_, nth) => ({ how, way, nth }))),
);
const nameOf = (fault: Fault | undefined) => (fault ? `${fault.way} ${fault.nth} ${fault.how}` : 'no fault');

/** Counts over all connections of a player. */
function faulty(fault: Fault | undefined, way: Fault['way']): Transfer {
  let count = 0;
  let held: (() => void) | undefined;
  return (pass) => {
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

// Longer than a page's silence of 20 s.
const QUESTION = { kind: 'choice', options: ['A', 'B'], right: 1, seconds: 60, reading: 1 };
test('any one frame lost, doubled, late or overtaken is repaired within one sync', { timeout: 240_000 }, () =>
  inVirtualTime(play),
);

async function play() {
  const parsed = parseQuiz({
    title: 'T',
    language: 'en',
    questions: [
      { ...QUESTION, text: 'One?' },
      { ...QUESTION, text: 'Two?' },
    ],
  });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  const server = await startFaultlessServer(parsed.quiz);
  const random = seeded(1);
  const host = await server.connect();
  const { key } = server;
  const { id, room: opened } = await host.ask('stage', 'open', { key, quiz: 'quiz' });
  let room: RoomView = opened!;

  let tallied: HostView['tallied'] | undefined;
  async function until(done: (frame: { players: number }) => boolean) {
    for (;;) {
      const frame = await host.ask('stage', 'look', { key, room: id, version: room.version, ...(tallied && { tallied }) });
      room = frame.room ?? room;
      tallied = frame.stage!.tallied;
      if (done(frame.stage!)) return;
      await new Promise((resolve) => setTimeout(resolve, Math.min(frame.lookIn!, 200)));
    }
  }
  const move = async (to: 'start' | 'standings' | 'question' | 'podium') => {
    room = (await host.ask('stage', 'move', { key, room: id, version: room.version, move: to })).room!;
  };

  const players = [undefined, ...FAULTS].map((fault) => ({
    name: nameOf(fault),
    model: createPlayerModel(
      creditOf,
      pageEnvironment({ ...server.line, pin: room.pin, up: faulty(fault, 'up'), down: faulty(fault, 'down'), random }),
    ),
  }));
  for (const { name, model } of players) {
    model.join(room.pin, name);
    effect(() => {
      if (model.questionPhase.value === 'open' && !model.answer.value) model.choose('1');
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
  // A page syncs after 20 s of silence.
  await new Promise((resolve) => setTimeout(resolve, 30_000));
  expect(players.filter((player) => !there(player)).map(({ name }) => name)).toEqual([]);

  const pages = players.map(({ name, model }) => [name, model.you.value?.name, model.room.value, model.refusal.value]);
  expect(pages).toEqual(players.map(({ name }) => [name, name, room, undefined]));

  const { players: lines } = await gatherResults((cursor) => host.ask('results', 'results', { key, room: id, cursor }));
  const wrong = lines.filter(({ answers }) => answers.some(({ mark }) => mark !== 'right'));
  expect(wrong).toEqual([]);
  expect(lines.map(({ name }) => name).sort()).toEqual(players.map(({ name }) => name).sort());
  const standings = players.map(({ name, model }) => [name, model.standing.value?.points]);
  expect(standings).toEqual(players.map(({ name }) => [name, lines.find((line) => line.name === name)?.points]));
  for (const { model } of players) model.leave();
  host.close();
  await server.close();
}
