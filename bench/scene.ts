// What a measured game is played with: the host, the crowd, and beside them the bare loop.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dial } from '../test/line.ts';
import { type Hosting, hosting } from '../test/players.ts';
import { offsetAt } from '../web/clock.ts';
import type { Bare } from './bare.ts';
import { type Child, startChild } from './child.ts';
import type { Crowd } from './crowd.ts';

export interface Address {
  url: string;
  key: string;
  /** On the host's shelf. */
  quiz: string;
}

/** A server of our own: what it uses can be asked, and it can be killed. */
export interface OwnServer {
  address: Address;
  child: Child;
  /** Kills it, and starts it again on the same port and data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** @param reading between a question's coming and its opening, s: the bare loop is measured meanwhile */
export async function ownServer(reading: number, players: number): Promise<OwnServer> {
  const data = mkdtempSync(join(tmpdir(), 'quizcast-bench-'));
  const child = await startChild('./product.ts', [data, '0', `${reading}`, `${players}`]);
  const { port, key } = child.ready;
  const server: OwnServer = {
    address: { url: `ws://127.0.0.1:${port}/socket`, key, quiz: 'measured' },
    child,
    async restart() {
      await server.child.kill();
      server.child = await startChild('./product.ts', [data, `${port}`, `${reading}`, `${players}`]);
    },
    async close() {
      await server.child.kill();
      rmSync(data, { recursive: true });
    },
  };
  return server;
}

export interface Scene {
  address: Address;
  host: Hosting;
  crowd: Crowd;
  /** Neither is there for a server somewhere else, which is not ours to look into. */
  server: OwnServer | undefined;
  bare: Bare | undefined;
}

/** A host's line to a server; `id` for a room that is open. */
export const openHost = async ({ url, key, quiz }: Address, id?: string) => {
  const line = await dial(url, { patience: 60_000, origin: url.replace(/^ws/, 'http').replace(/\/socket$/, '') });
  return hosting(line, key, id ? { id } : { quiz });
};

/** The instants (ticks) at which the players' own clocks say that it is `time` on the server's. */
export const ownInstants = ({ players }: Crowd, time: number) =>
  players.map(({ estimate }) => time - offsetAt(estimate!, performance.now()).offset);

/** The tick at which the look was said that brought the reveal. */
export async function untilRevealed(host: Hosting): Promise<number> {
  for (;;) {
    const asked = performance.now();
    const { lookIn } = await host.look({ names: 60 });
    if (host.room.phase === 'reveal') return asked;
    await pause(lookIn!);
  }
}
