// A whole game with so many players, measured.
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
  /** How long everybody is left alone, ms. */
  rest: number;
  /** Reading time of a question, s; 3 unless told. */
  reading?: number;
  /** A server somewhere else; without it one of our own. */
  address?: ServerAddress | undefined;
  progress: (step: string, done: number, of: number) => void;
}

export interface Run {
  players: number;
  /** A second; the bare one is handshakes only. */
  joins: { product: number; bare?: number | undefined };
  rounds: Round[];
  /** A question with slow readers and lost lines. */
  rough: Round;
  /** Above an idle server, bytes per player: in the lobby, and after the questions. */
  memory?: Record<'lobby' | 'played', { process: number; heap: number }> | undefined;
  /** Of one core, everybody connected and nothing going on. */
  rest?: number | undefined;
  recovery?: Recovery | undefined;
  /** Lines lost that nobody had cut. */
  lost: number;
}

/** Plays it. @throws when a player is refused, or the server ends */
export async function measure(options: RunOptions): Promise<Run> {
  const { players, questions, rest, reading = 3, answers, address: elsewhere, progress } = options;
  const server = elsewhere ? undefined : await ownServer(reading, players);
  const address = elsewhere ?? server!.address;
  const host = await openHost(address);
  const idle = await server?.child.usage(true);
  const watching = looking(host);
  const phones = await seatPlayers(address.url, host.pin, players, (done) => progress('joining', done, players));
  await watching.stop();
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
    const ended = phones.gather((frame) => frame.type === 'view' && frame.room?.phase === 'closed');
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

/** Looks as the host's page does, as often as it is told to, until stopped. */
function looking(host: HostClient): { stop(): Promise<void> } {
  const ending = new AbortController();
  const looks = (async () => {
    while (!ending.signal.aborted) {
      const { lookIn } = await host.look({ names: 60 });
      await pause(lookIn, undefined, { signal: ending.signal }).catch(() => {});
    }
  })();
  // Told when it is stopped, and not before.
  looks.catch(() => {});
  return {
    stop() {
      ending.abort();
      return looks;
    },
  };
}

const SETTLE_MS = 5000;

/** The share of a core that the server needs while nothing happens but the host's looks and the players' syncs, those evenly spread. */
async function restIn({ host, phones, server }: Setup, ms: number, progress: RunOptions['progress']): Promise<number> {
  progress('at rest', 0, 1);
  // What the joins have left to do, such as folding the log, is not rest.
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  // With the host's first look the server knows how many there are, and with that, how often they should ask.
  await host.look();
  await Promise.all(phones.players.map((player) => player.settle()));
  const watching = looking(host);
  const before = await server!.child.usage();
  const began = performance.now();
  await pause(ms);
  const after = await server!.child.usage();
  const passed = performance.now() - began;
  await watching.stop();
  return (after.cpu - before.cpu) / passed;
}
