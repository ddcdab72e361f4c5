// Games of sample clients with a server in virtual time.
import { expect } from 'vitest';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { startFaultlessServer } from '../faults/faultless-server.ts';
import { seeded } from '../support/fake-environment.ts';
import type { Host } from '../support/sample-client/host.ts';
import type { Player } from '../support/sample-client/player.ts';
import type { Connect } from '../support/sample-client/requests.ts';
import { webSocketTo } from '../support/sample-client/web-socket.ts';
import { type SampleClients, sampleClients } from '../support/sample-clients.ts';
import { inVirtualTime } from '../support/virtual-time.ts';

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));

interface Game {
  host: Host;
  connect: Connect;
  random: () => number;
  /** How the server sees a player. */
  standing(player: Player): Promise<unknown>;
  player: SampleClients['player'];
  enter(name: string, by?: Connect): Promise<Player>;
}

async function inGame(quiz: Quiz, play: (game: Game) => Promise<void>, ofHost: (connect: Connect) => Connect): Promise<void> {
  const server = await startFaultlessServer(quiz);
  const random = seeded(7);
  const connect = webSocketTo('ws://127.0.0.1/socket', server.line.open);
  const clients = sampleClients(() => connect, random);
  const host = clients.host(server.key, ofHost(connect));
  await host.open('quiz');
  const watching = await server.connect();
  try {
    await play({
      host,
      connect,
      random,
      player: clients.player,
      enter: (name, by) => clients.enter(host, name, by),
      async standing({ storage }) {
        const [seat = '', secret = ''] = ['address', 'secret'].map((key) => storage.get(key));
        return (await watching.ask('view', 'nudge', { seat, secret, version: 0 })).standing;
      },
    });
  } finally {
    clients.stop();
    watching.close();
    await server.close();
  }
}

/** Plays in a new room. @param ofHost the host's connections */
export const played = (quiz: Quiz, play: (game: Game) => Promise<void>, ofHost = (connect: Connect) => connect) =>
  inVirtualTime(() => inGame(quiz, play, ofHost));

/** Everybody's own result, and the server's. */
export async function compare(players: readonly Player[], standing: Game['standing']): Promise<void> {
  for (const player of players) {
    await player.until(
      ({ held: { room, you, result } }) => (room?.judged ?? 0) < (you?.from ?? 0) || result?.turn === room?.judged,
    );
    const { you, result } = player.held;
    const known = await standing(player);
    expect([you?.name, result && { ...result, about: undefined, version: undefined }]).toEqual([
      you?.name,
      known && { ...known, version: undefined },
    ]);
  }
}
