// One game in bad weather, played by the pages' own code over real sockets; and what must be true however bad it was.
import assert from 'node:assert/strict';
import { effect } from '@preact/signals';
import type { Frame, RankedPlayer, ResultsCursor } from '../../game/messages.ts';
import type { Move } from '../../game/moves.ts';
import { parseQuiz, type Quiz } from '../../game/quiz.ts';
import { gatherResults } from '../../game/results.ts';
import type { RoomView } from '../../game/views.ts';
import type { PlayerModel } from '../../web/model.ts';
import { createSeat } from '../../web/seat.ts';
import { later, type World } from '../../web/world.ts';
import { earned } from '../earned.ts';
import { dial, type Line } from '../line.ts';
import { pageWorld } from '../page-world.ts';
import type { Weather } from './weather.ts';

export const EXPLAINED = 'explained-only-at-the-reveal';

export function stormQuiz(questions = 3): Quiz {
  const asked = Array.from({ length: questions }, (_, i) => ({
    kind: 'choice',
    text: `Question ${i}?`,
    options: ['A', 'B', 'C'],
    right: 1 + (i % 3),
    seconds: 5,
    reading: 1,
    explanation: `${EXPLAINED}-${i}`,
  }));
  const parsed = parseQuiz({ title: 'A storm', language: 'en', questions: asked });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
}

export interface Storm {
  /** Where the server is; its `/socket` is spoken to. */
  port: number;
  key: string;
  quiz: Quiz;
  weather: Weather;
  players: number;
}

interface Page {
  name: string;
  model: PlayerModel;
  /** Every frame that came, before the weather had it. */
  frames: { at: number; frame: Frame; text: string }[];
  /** What the server acknowledged and this page heard: turn to answer. */
  acknowledged: Map<number, { value: string; at: number }>;
  cut(): void;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));
/** Long silences pass faster, so that an evening's syncs fit a test. */
const hasty: World['later'] = (ms, run) => later(Math.max(0, ms >= 3000 ? ms / 10 : ms), run);

/** A player's page behind the weather: its frames, its connection and its clock suffer. */
function pageIn({ port, weather }: Storm, pin: string, name: string): Page {
  const frames: Page['frames'] = [];
  const acknowledged: Page['acknowledged'] = new Map();
  const passing = (pass: () => void) => {
    const fault = weather.frame();
    if (fault === 'lost') return;
    if (fault === 'late') return void setTimeout(pass, weather.delay());
    pass();
    if (fault === 'doubled') pass();
  };
  let wrongBy = (weather.random() - 0.5) * 7_200_000;
  let socket: WebSocket | undefined;
  const world = pageWorld({ port, pin, up: passing, later: hasty });
  const connect = world.connect;
  world.instant = () => ({ ticks: performance.now(), date: Date.now() + wrongBy });
  world.connect = (url) => {
    const page = connect(url);
    socket = page;
    let onmessage: WebSocket['onmessage'] = null;
    // The page's own handler, behind what is noted and what the weather does.
    Object.defineProperty(page, 'onmessage', {
      get: () => (event: MessageEvent) => {
        const text = String(event.data);
        const frame = JSON.parse(text) as Frame;
        frames.push({ at: Date.now(), frame, text });
        passing(() => {
          if (frame.type === 'answered') acknowledged.set(frame.turn, frame.answer);
          onmessage?.call(page, event);
        });
      },
      set: (handler) => {
        onmessage = handler;
      },
    });
    return page;
  };
  const model = createSeat(world);
  return {
    name,
    model,
    frames,
    acknowledged,
    cut() {
      socket?.close();
      // A device that was asleep may wake with another idea of the time.
      if (weather.random() < 0.3) wrongBy += (weather.random() - 0.5) * 600_000;
    },
  };
}

/** Two pages of one host, who press at the same time; each comes back by another line when it loses its own. */
async function hosting({ port, key }: Storm) {
  const url = `ws://127.0.0.1:${port}/socket`;
  const lines: (Line | undefined)[] = [undefined, undefined];
  const ask = async (which: 0 | 1, action: 'open' | 'look' | 'move' | 'results', fields: object): Promise<Frame> => {
    for (let tries = 0; tries < 60; tries++) {
      try {
        lines[which] ??= await dial(url, { patience: 1500 });
        const frame = await lines[which].say(action, { key, ...fields } as never);
        if (frame.type !== 'refused' || frame.code !== 'hostTaken') return frame;
      } catch {
        // Lost, or answered with the gateway's own words: said again, by a new line.
      }
      lines[which]?.close();
      lines[which] = undefined;
      await pause(50);
    }
    throw new Error(`${action} was not answered in 60 tries`);
  };
  const id = `open-${Math.random().toString(36).slice(2)}`;
  const opened = (await ask(0, 'open', { id, quiz: 'quiz' })) as Frame<'stage'>;
  const here = {
    id: opened.id,
    room: opened.room!,
    /** All that were asked, by number: in bad weather the host may hear of one no earlier than of its reveal. */
    turns: new Map<number, NonNullable<RoomView['turn']>>(),
    async look() {
      const frame = (await ask(0, 'look', { room: here.id, version: here.room.version })) as Frame<'stage'>;
      if (frame.room) here.room = frame.room;
      if (frame.room?.turn) here.turns.set(frame.room.turn.number, frame.room.turn);
      return frame;
    },
    /** Both press, until the room has moved. */
    async press(move: Move) {
      const { version } = here.room;
      for (let tries = 0; here.room.version === version; tries++) {
        if (tries > 20) throw new Error(`nobody could press ${move}`);
        await Promise.all(([0, 1] as const).map((which) => ask(which, 'move', { room: here.id, version, move })));
        await here.look();
      }
    },
    async results() {
      const page = (cursor: ResultsCursor) => ask(0, 'results', { room: here.id, cursor }) as Promise<Frame<'results'>>;
      return (await gatherResults(page)).players;
    },
    cut: (which: 0 | 1) => lines[which]?.close(),
    close() {
      for (const line of lines) line?.close();
    },
  };
  return here;
}

/** Plays it. @throws what was not as it must be */
export async function playStorm(storm: Storm): Promise<void> {
  const { quiz, weather, players } = storm;
  const host = await hosting(storm);
  const pages = Array.from({ length: players }, (_, i) => pageIn(storm, host.room.pin, `Player ${i}`));
  const moodOf = pages.map(() => weather.random());
  for (const [i, { name, model }] of pages.entries()) {
    model.join(host.room.pin, name);
    effect(() => {
      const turn = model.room.value?.turn;
      if (model.part.value === 'open' && turn && !model.answer.value)
        setTimeout(() => model.choose(String(1 + ((turn.number + Math.floor(moodOf[i]! * 3)) % 3))), 50 + moodOf[i]! * 1500);
    });
  }
  // Lines are cut at every kind of moment.
  let storming = true;
  const cutting = (async () => {
    while (storming) {
      await pause(100 + weather.random() * 300);
      if (!storming) break;
      pages[Math.floor(weather.random() * players)]!.cut();
      if (weather.random() < 0.1) host.cut(weather.random() < 0.5 ? 0 : 1);
    }
  })();

  const deadline = Date.now() + 120_000;
  const until = async (what: string, done: () => boolean) => {
    while (!done()) {
      if (Date.now() > deadline) {
        const seen = pages.map(
          ({ name, model }) =>
            `${name} ${model.status.value} ${model.line.value} ${model.room.value?.version} ${model.standing.value?.version}`,
        );
        throw new Error(`stuck before ${what}, in ${host.room.phase} ${host.room.version}: ${seen.join('; ')}`);
      }
      const { lookIn = 250 } = await host.look();
      await pause(Math.min(lookIn, 250));
    }
  };
  const isIn = ({ model }: Page) => model.status.value === 'in';
  try {
    await until('everybody is in', () => pages.every(isIn));
    for (let number = 0; number < quiz.questions.length; number++) {
      await host.press(number === 0 ? 'start' : 'question');
      await until('the reveal', () => host.room.phase === 'reveal');
      if (number < quiz.questions.length - 1) await host.press('standings');
    }
    await host.press('podium');
  } finally {
    storming = false;
    weather.clear();
    await cutting;
  }
  const last = host.room.version;
  await until('every page shows the podium', () =>
    pages.every(({ model }) => model.room.value?.version === last && model.standing.value?.version === last),
  );
  const results = await host.results();
  check(storm, pages, results, host);
  await host.press('end');
  await until('every page knows that it is over', () => pages.every(({ model }) => model.status.value === 'over'));
  for (const { model } of pages) model.leave();
  host.close();
}

function check(
  { quiz }: Storm,
  pages: Page[],
  results: RankedPlayer[],
  { turns, room }: Awaited<ReturnType<typeof hosting>>,
): void {
  assert.deepEqual(results.map(({ name }) => name).sort(), pages.map(({ name }) => name).sort());
  const of = (name: string) => results.find((one) => one.name === name)!;
  // Every answer that a page heard acknowledged is the one that counts, once.
  for (const { name, acknowledged } of pages) {
    const counted = new Map(of(name).answers.map(({ turn, words }) => [turn, words]));
    const heard = [...acknowledged].map(([turn, { value }]) => [name, turn, 'ABC'[Number(value) - 1]]);
    assert.deepEqual(
      heard,
      [...acknowledged.keys()].map((turn) => [name, turn, counted.get(turn)]),
    );
    // And what it was worth follows from its instant alone.
    for (const [turn, { value, at }] of acknowledged) {
      const asked = turns.get(turn)!;
      const inTime = at >= asked.opensAt - 500 && at <= asked.sealsAt;
      const right = Number(value) === quiz.questions[asked.number - 0]!.right;
      const gained = right && inTime ? earned(asked, 1, Math.min(at, asked.closesAt)) : 0;
      assert.deepEqual([name, turn, of(name).answers.find((one) => one.turn === turn)!.gained], [name, turn, gained]);
    }
  }
  // Points are the sum of what was gained, ranks follow from the points, and each page shows its own.
  for (const { name, points, rank, answers } of results) {
    assert.deepEqual([name, points], [name, answers.reduce((sum, { gained }) => sum + gained, 0)]);
    assert.deepEqual([name, rank], [name, 1 + results.filter((one) => one.points > points).length]);
    const standing = pages.find((page) => page.name === name)!.model.standing.value!;
    assert.deepEqual([name, standing.points, standing.rank], [name, points, rank]);
  }
  assert.deepEqual(
    pages.map(({ model }) => model.room.value),
    pages.map(() => room),
  );
  // Nobody was sent a right answer before its seal, nor anybody else's secret at all.
  for (const { name, frames } of pages) {
    for (const { at, text } of frames) {
      const told = [...turns.values()].find(({ number }) => text.includes(`${EXPLAINED}-${number}`));
      assert.deepEqual([name, told === undefined || at >= told.sealsAt], [name, true]);
      assert.doesNotMatch(text, /"secret"|"key"/);
    }
  }
}
