// What a measured game is played with: the host, the phones, and beside them the bare loop.
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
  /** On the host's shelf. */
  quiz: string;
}

/** A server of our own: what it uses can be asked, and it can be killed. */
interface OwnServer {
  address: ServerAddress;
  child: Child;
  /** Kills it, and starts it again on the same port and data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** @param reading between a question's coming and its opening, s: the bare loop is measured meanwhile */
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
  /** Neither is there for a server somewhere else, which is not ours to look into. */
  server: OwnServer | undefined;
  bare: Baseline | undefined;
}

/** A host's line to a server; `id` for a room that is open. */
export const openHost = async ({ url, key, quiz }: ServerAddress, id?: string) => {
  const line = await connectClient(url, { patience: 60_000, origin: url.replace(/^ws/, 'http').replace(/\/socket$/, '') });
  return hostRoom(line, key, id ? { id } : { quiz });
};

/** The instants (ticks) at which the players' own clocks say that it is `time` on the server's. */
export const ownInstants = ({ players }: Players, time: number) =>
  players.map(({ estimate }) => time - offsetAt(estimate!, performance.now()).offset);

/** The tick at which the look was said that brought the reveal. */
export async function untilRevealed(host: HostClient): Promise<number> {
  for (;;) {
    const asked = performance.now();
    const { lookIn } = await host.look({ names: 60 });
    if (host.room.phase === 'reveal') return asked;
    await pause(lookIn!);
  }
}
