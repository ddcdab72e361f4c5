// Measures a whole game.
import { setTimeout as pause } from 'node:timers/promises';
import type { HostClient } from '../test/support/clients.ts';
import { baselinePlayers } from './baseline.ts';
import { seatPlayers } from './players.ts';
import { type Recovery, recover } from './recovery.ts';
import { playRound, type Round, type RoundOptions } from './round.ts';
import { openHost, ownServer, type ServerAddress, type Setup } from './setup.ts';
import type { Usage } from './usage.ts';

interface RunOptions extends Pick<RoundOptions, 'answers'> {
  players: number;
  questions: number;
  /** Idle time, ms. */
  rest: number;
  /** Reading time, s; default 3. */
  reading?: number;
  /** Remote server; default: our own. */
  address?: ServerAddress | undefined;
  progress: (step: string, done: number, of: number) => void;
}

export interface Run {
  players: number;
  /** A second; `bare` counts handshakes only. */
  joins: { product: number; bare?: number | undefined };
  rounds: Round[];
  rough: Round;
  /** Bytes per player above an idle server. */
  memory?: Record<'lobby' | 'played', { process: number; heap: number }> | undefined;
  rest?: number | undefined;
  recovery?: Recovery | undefined;
  lost: number;
}

/** @throws when a player is refused, or the server ends */
export async function measure(options: RunOptions): Promise<Run> {
  const { players, questions, rest, reading = 3, answers, address: elsewhere, progress } = options;
  const server = elsewhere ? undefined : await ownServer(reading, players);
  const address = elsewhere ?? server!.address;
  const host = await openHost(address);
  const idle = await server?.child.usage(true);
  const hostPolling = pollAsHost(host);
  const phones = await seatPlayers(address.url, host.pin, players, (done) => progress('joining', done, players));
  await hostPolling.stop();
  const bare = server && (await baselinePlayers(players));
  const setup: Setup = { address, host, phones, server, bare };
  try {
    const lobby = await server?.child.usage(true);
    const atRest = server && rest > 0 ? await restIn(setup, rest, progress) : undefined;
    const rounds: Round[] = [];
    for (let turn = 0; turn < questions; turn++) {
      progress('questions', turn, questions);
      rounds.push(await playRound(setup, turn, { answers, rough: false }));
    }
    const played = await server?.child.usage(true);
    progress('a rough question', 0, 1);
    const rough = await playRound(setup, questions, { answers, rough: true });
    const lost = phones.lost.length;
    progress('recovery', 0, 1);
    const recovery = server && (await recover(setup, questions + 1));
    const ended = phones.receipts((frame) => frame.type === 'view' && frame.room?.phase === 'closed');
    await setup.host.move('podium');
    await setup.host.move('end');
    rough.missing += players - (await ended).size;
    return {
      players,
      joins: { product: phones.rate, bare: bare?.rate },
      rounds,
      rough,
      memory: idle && lobby && played && { lobby: above(idle, lobby, players), played: above(idle, played, players) },
      rest: atRest,
      recovery,
      lost,
    };
  } finally {
    phones.leave();
    setup.host.line.close();
    await bare?.close();
    await server?.close();
  }
}

const above = (idle: Usage, full: Usage, players: number) => ({
  process: (full.memory - idle.memory) / players,
  heap: (full.heap - idle.heap) / players,
});

/** Polls as a host's page until stopped. */
function pollAsHost(host: HostClient): { stop(): Promise<void> } {
  const ending = new AbortController();
  const polling = (async () => {
    while (!ending.signal.aborted) {
      const { lookIn } = await host.look({ names: 60 });
      await pause(lookIn, undefined, { signal: ending.signal }).catch(() => {});
    }
  })();
  // Rejections surface in stop().
  polling.catch(() => {});
  return {
    stop() {
      ending.abort();
      return polling;
    },
  };
}

const SETTLE_MS = 5000;

/** Idle CPU share of one core. */
async function restIn({ host, phones, server }: Setup, ms: number, progress: RunOptions['progress']): Promise<number> {
  progress('at rest', 0, 1);
  // Let work left by the joins finish.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  // The server sets sync intervals from the player count.
  await host.look();
  await Promise.all(phones.players.map((player) => player.settle()));
  const hostPolling = pollAsHost(host);
  const before = await server!.child.usage();
  const began = performance.now();
  await pause(ms);
  const after = await server!.child.usage();
  const passed = performance.now() - began;
  await hostPolling.stop();
  return (after.cpu - before.cpu) / passed;
}
