// Games of sample clients with a server in virtual time.
import { expect } from 'vitest';
import type { Quiz } from '../../game/quiz/quiz.ts';
import { startFaultlessServer } from '../faults/faultless-server.ts';
import { seeded } from '../support/fake-environment.ts';
import { type Host, sampleHost } from '../support/sample-client/host.ts';
import { type Player, samplePlayer } from '../support/sample-client/player.ts';
import type { Connect } from '../support/sample-client/requests.ts';
import { webSocketTo } from '../support/sample-client/web-socket.ts';
import { inVirtualTime } from '../support/virtual-time.ts';

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, Math.max(0, ms)));

interface Game {
  host: Host;
  connect: Connect;
  random: () => number;
  /** How the server sees a player. */
  standing(player: Player): Promise<unknown>;
  enter(name: string, by?: Connect): Promise<Player>;
}

async function inGame(quiz: Quiz, play: (game: Game) => Promise<void>, ofHost: (connect: Connect) => Connect): Promise<void> {
  const server = await startFaultlessServer(quiz);
  const random = seeded(7);
  const connect = webSocketTo('ws://127.0.0.1/socket', server.line.open);
  const page = () => ({ storage: new Map<string, string>(), reload: () => expect.fail('reloaded'), random });
  const host = sampleHost({ connect: ofHost(connect), key: server.key, ...page(), names: 20 });
  await host.open('quiz');
  const watching = await server.connect();
  const players: Player[] = [];
  try {
    await play({
      host,
      connect,
      random,
      async enter(name, by = connect) {
        const player = samplePlayer({ connect: by, colours: () => host.held.stage?.colours ?? '', ...page() });
        players.push(player);
        expect(await player.join(host.held.room?.pin ?? '', name)).toBeUndefined();
        return player;
      },
      async standing(player) {
        const [seat, secret] = ['address', 'secret'].map((key) => player.storage.get(key) ?? '');
        return (await watching.ask('view', 'nudge', { seat, secret, version: 0 })).standing;
      },
    });
  } finally {
    for (const one of [host, ...players]) one.stop();
    watching.close();
    await server.close();
  }
}

/** Plays in a new room. @param ofHost the host's connections */
export const played = (quiz: Quiz, play: (game: Game) => Promise<void>, ofHost = (connect: Connect) => connect) =>
  inVirtualTime(() => inGame(quiz, play, ofHost));

export const phaseIs =
  (phase: string) =>
  ({ held: { room } }: { held: { room?: { phase: string } | undefined } }) =>
    room?.phase === phase;

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
