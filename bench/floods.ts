// Measures questions during floods, beside calm ones.
import { setTimeout as pause } from 'node:timers/promises';
import { joinRoom } from '../test/support/clients.ts';
import { startChild } from './child-process.ts';
import { median, percentile } from './figures.ts';
import { seatPlayers } from './players.ts';
import { openHost, ownInstants, ownServer, type Setup, untilRevealed } from './setup.ts';

export const FLOODS = {
  frames: 'one connection says 10,000 frames a second',
  joins: '5,000 joins a second from one address',
  PINs: '1,000 guessed PINs a second',
  names: '1,000 names of 24 KB a second',
  handshakes: '10,000 sockets that finish no handshake',
} as const;
export type Flood = keyof typeof FLOODS;

/** Delays of one question, ms; `newcomer`: join delay. */
export interface Asked {
  question: number;
  answers: number;
  reveal: number;
  newcomer: number;
  missing: number;
}

export interface Flooded {
  flood: Flood;
  calm: Asked;
  flooded: Asked;
  said: number;
  refused: Record<string, number>;
  /** Memory growth since before the first flood, bytes. */
  grown: { process: number; heap: number };
}

const THUMB_MS = 100;
const BEGUN_MS = 1000;
const OVER_MS = 2000;

/** @param turns questions per figure */
export async function measureFloods(
  players: number,
  turns: number,
  progress: (step: string, done: number, of: number) => void,
  sorts: readonly Flood[] = Object.keys(FLOODS) as Flood[],
): Promise<Flooded[]> {
  const server = await ownServer(3, players);
  const { address, child } = server;
  const host = await openHost(address);
  const phones = await seatPlayers(address.url, host.pin, players, (done) => progress('joining', done, players));
  const setup: Setup = { address, host, phones, server, bare: undefined };
  const before = await child.usage(true);
  let refusals = before.refused;
  let turn = 0;
  const results: Flooded[] = [];
  try {
    for (const flood of sorts) {
      const calm: Asked[] = [];
      const flooded: Asked[] = [];
      let said = 0;
      for (let i = 0; i < turns; i++) {
        progress(flood, i, turns);
        calm.push(await ask(setup, turn++));
        const began = performance.now();
        const flooder = await startChild('./flooder.ts', [flood, new URL(address.url).port, host.pin]);
        await pause(BEGUN_MS);
        flooded.push(await ask(setup, turn++));
        said += ((await flooder.ask({})) as { said: number }).said;
        await flooder.kill();
        await pause(OVER_MS);
        const seconds = Math.ceil((performance.now() - began) / 1000);
        await host.line.ask('stage', 'undo', { key: address.key, room: host.id, seconds });
      }
      const { refused, memory, heap } = await child.usage(true);
      const more = Object.entries(refused).map(([what, times]) => [what, times - (refusals[what] ?? 0)] as const);
      refusals = refused;
      results.push({
        flood,
        calm: middle(calm),
        flooded: middle(flooded),
        said: said / turns,
        refused: Object.fromEntries(more.filter(([, times]) => times > 0)),
        grown: { process: memory - before.memory, heap: heap - before.heap },
      });
    }
    return results;
  } finally {
    phones.leave();
    host.line.close();
    await server.close();
  }
}

function middle(all: readonly Asked[]): Asked {
  const of = (what: keyof Asked) => median(all.map((one) => one[what]));
  return {
    question: of('question'),
    answers: of('answers'),
    reveal: of('reveal'),
    newcomer: of('newcomer'),
    missing: all.reduce((sum, { missing }) => sum + missing, 0),
  };
}

/** Plays one question; all answer at once. */
async function ask({ address, host, phones }: Setup, turn: number): Promise<Asked> {
  const told = phones.receipts(
    (frame) => frame.type === 'view' && frame.room?.phase === 'question' && frame.room.turn!.number === turn,
  );
  const clicked = performance.now();
  const { turn: asked } = await host.move(turn === 0 ? 'start' : 'question');
  const heard = await told;

  const joinStarted = performance.now();
  const newcomer = await joinRoom(address.url, host.pin, `New ${turn}`);
  const joinMs = performance.now() - joinStarted;
  newcomer.line.close();

  const texts = phones.players.map((player) => player.answering(turn, '2'));
  const acknowledged = phones.receipts((frame) => frame.type === 'answered' && frame.turn === turn);
  await pause(Math.max(0, median(ownInstants(phones, asked!.opensAt)) + THUMB_MS - performance.now()));
  const began = performance.now();
  for (const [number, player] of phones.players.entries()) player.speak(texts[number]!);
  const replied = await acknowledged;

  await host.move('close');
  const revealed = phones.receipts((frame) => frame.type === 'view' && frame.room?.phase === 'reveal');
  const looked = await untilRevealed(host);
  const shown = await revealed;
  const last = (ticks: ReadonlyMap<number, number>, from: number) => percentile([...ticks.values()], 1) - from;
  return {
    question: last(heard, clicked),
    answers: last(replied, began),
    reveal: last(shown, looked),
    newcomer: joinMs,
    missing: 3 * phones.players.length - heard.size - replied.size - shown.size,
  };
}
