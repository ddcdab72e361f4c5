// One game under faults, with the real pages and somebody else's client.
import { hash } from 'node:crypto';
import type { WebSocket } from 'ws';
import { parseQuiz, type Quiz } from '../../game/quiz/quiz.ts';
import { editUnderFaults } from './edit-under-faults.ts';
import type { FaultPlan } from './fault-plan.ts';
import type { FaultyPlayer } from './faulty-player.ts';
import { openHosts } from './host-pages.ts';
import { check, EXPLAINED } from './invariants.ts';
import { openPage } from './player-page.ts';
import { openSample } from './sample-player.ts';

export function faultQuiz(questions = 2): Quiz {
  const asked = Array.from({ length: questions }, (_, i) => ({
    kind: 'choice',
    text: `Question ${i}?`,
    options: ['A', 'B', 'C'],
    right: 1 + (i % 3),
    seconds: 5,
    reading: 1,
    explanation: `${EXPLAINED}-${i}`,
  }));
  const parsed = parseQuiz({ title: 'Under faults', language: 'en', questions: asked });
  if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
  return parsed.quiz;
}

export interface GameUnderFaults {
  port: number;
  key: string;
  quiz: Quiz;
  plan: FaultPlan;
  players: number;
  /** Opens a connection in memory; default TCP. */
  open?: (url: string) => WebSocket;
  /** Sets the server’s wall clock, ms from the true time. */
  setWallClock?: (wrongBy: number) => void;
}

export interface PlayedRoom {
  id: string;
  pin: string;
  acknowledged: number;
  /** Digest of all frames; without gateway errors (random ids). */
  transcript: string;
}

/** So many of the players have the client that was written from PROTOCOL.md alone. */
const SAMPLES = 2;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));

/** @throws when an invariant is broken or the game hangs */
export async function playUnderFaults(game: GameUnderFaults): Promise<PlayedRoom> {
  const { quiz, plan, players } = game;
  const host = await openHosts(game);
  const editing = editUnderFaults(game);
  const everybody = Array.from({ length: players }, (_, nth) =>
    (nth < players - SAMPLES ? openPage : openSample)(game, host.room.pin, nth),
  );
  let faulty = true;
  /** Strikes a random page every so many ms. */
  async function disturb(what: string, every: number, how: (one: FaultyPlayer) => void) {
    const chance = () => plan.chance(what);
    for (;;) {
      await pause(every * (0.4 + 1.2 * chance()));
      if (!faulty) break;
      how(everybody[Math.floor(chance() * players)]!);
    }
  }
  function setClock() {
    // Seconds or hours, either way.
    const wrongBy = Math.round((plan.chance('server clock') - 0.5) * 10 ** (4 + 3.5 * plan.chance('server clock')));
    plan.note(`server clock ${wrongBy < 0 ? 'back' : 'ahead'}`);
    game.setWallClock?.(wrongBy);
  }
  const striking = [
    disturb('pages that are cut', 300, (page) => page.cut()),
    disturb('hosts that are cut', 2500, host.cut),
    disturb('clocks that jump', 500, (page) => page.jump()),
    ...(game.setWallClock ? [disturb('the server’s clock', 1500, setClock)] : []),
  ];

  const deadline = performance.now() + 120_000;
  const seated = new Set<string>();
  const seen = () => everybody.map((one) => `${one.name} ${one.seen()}`);
  async function until(what: string, done: () => boolean) {
    while (!done()) {
      const forgotten = everybody.some((one) => seated.has(one.name) && one.isForgotten());
      if (forgotten || performance.now() > deadline) {
        const how = forgotten ? 'a seat was forgotten' : 'stuck';
        throw new Error(`${how} before ${what}, in ${host.room.phase} ${host.room.version}: ${seen().join('; ')}`);
      }
      const { lookIn = 250 } = await host.look();
      await pause(Math.min(lookIn, 250));
    }
  }
  async function playToTheEnd() {
    await until('everybody is in', () => everybody.every((one) => one.isIn()));
    for (const { name } of everybody) seated.add(name);
    for (let number = 0; number < quiz.questions.length; number++) {
      await host.press(number === 0 ? 'start' : 'question');
      await until('the reveal', () => host.room.phase === 'reveal');
      if (number < quiz.questions.length - 1) await host.press('standings');
    }
    await host.press('podium');
  }
  async function checkAfterwards() {
    const { version } = host.room;
    await until('everybody is shown the podium', () => everybody.every((one) => one.isSettledAt(version)));
    const results = await host.results();
    const { id, room, turns } = host;
    check({ ...game, everybody, results, turns, room });
    await host.press('end');
    await until('everybody knows that it is over', () => everybody.every((one) => one.isOver()));
    return {
      id,
      pin: room.pin,
      acknowledged: everybody.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0),
      transcript: hash('sha256', JSON.stringify(everybody.map(({ frames }) => frames.filter(({ frame }) => frame.type)))),
    };
  }
  const clear = () => {
    faulty = false;
    plan.clear();
    return Promise.all(striking);
  };
  try {
    await playToTheEnd();
    await clear();
    await editing.finish();
    return await checkAfterwards();
  } finally {
    await clear();
    await editing.close();
    for (const one of everybody) one.leave();
    host.close();
  }
}
