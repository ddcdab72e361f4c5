// Setup of a measured game: server, host, players, baseline.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type HostClient, hostRoom } from '../test/support/clients.ts';
import { connectClient } from '../test/support/protocol-client.ts';
import { offsetAt } from '../web/clock/clock.ts';
import type { Baseline } from './baseline.ts';
import { type Child, startChild } from './child-process.ts';
import type { Players } from './players.ts';

export interface ServerAddress {
  url: string;
  key: string;
  quiz: string;
}

interface OwnServer {
  address: ServerAddress;
  child: Child;
  /** Kills it, then restarts on the same data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** @param reading reading time, s; the baseline runs meanwhile */
export async function ownServer(reading: number, players: number): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-bench-'));
  const child = await startChild('./server-process.ts', [data, '0', `${reading}`, `${players}`]);
  const { port, key } = child.ready;
  const server: OwnServer = {
    address: { url: `ws://127.0.0.1:${port}/socket`, key, quiz: 'measured' },
    child,
    async restart() {
      await server.child.kill();
      server.child = await startChild('./server-process.ts', [data, `${port}`, `${reading}`, `${players}`]);
    },
    async close() {
      await server.child.kill();
      rmSync(data, { recursive: true });
    },
  };
  return server;
}

export interface Setup {
  address: ServerAddress;
  host: HostClient;
  phones: Players;
  server: OwnServer | undefined;
  bare: Baseline | undefined;
}

/** Connects a host; `id` reopens an existing room. */
export const openHost = async ({ url, key, quiz }: ServerAddress, id?: string) => {
  const line = await connectClient(url, { timeoutMs: 60_000, origin: url.replace(/^ws/, 'http').replace(/\/socket$/, '') });
  return hostRoom(line, key, id ? { id } : { quiz });
};

/** Ticks at which each player's clock shows `time`. */
export const ownInstants = ({ players }: Players, time: number) =>
  players.map(({ estimate }) => time - offsetAt(estimate!, performance.now()).offset);

/** Returns the tick of the sync that revealed. */
export async function untilRevealed(host: HostClient): Promise<number> {
  for (;;) {
    const asked = performance.now();
    const { lookIn } = await host.look({ names: 60 });
    if (host.room.phase === 'reveal') return asked;
    await pause(lookIn!);
  }
}
