// The sample clients of one test.
import { expect } from 'vitest';
import { type Host, sampleHost } from './sample-client/host.ts';
import { type Player, samplePlayer } from './sample-client/player.ts';
import type { Connect } from './sample-client/requests.ts';

interface Phased {
  held: { room?: { phase: string } | undefined };
}

export const inPhase =
  (phase: string) =>
  ({ held: { room } }: Phased): boolean =>
    room?.phase === phase;

/** Resolves when all of them know it. */
export const allIn = (phase: string, clients: readonly { until(holds: (one: Phased) => boolean): Promise<void> }[]) =>
  Promise.all(clients.map((one) => one.until(inPhase(phase))));

export interface SampleClients {
  host(key: string, connect?: Connect): Host;
  /** @param storage of a page that was closed, which goes on with its seat */
  player(storage?: Map<string, string>, connect?: Connect): Player;
  /** A player who has joined the host's room. */
  enter(host: Host, name: string, connect?: Connect): Promise<Player>;
  stop(): void;
}

/** @param connect how they connect, asked anew for each */
export function sampleClients(connect: () => Connect, random?: () => number): SampleClients {
  const clients: { stop(): void }[] = [];
  function kept<C extends { stop(): void }>(client: C): C {
    clients.push(client);
    return client;
  }
  const page = (storage = new Map<string, string>()) => ({
    storage,
    reload: () => expect.fail('the server speaks another protocol'),
    random,
  });
  const player: SampleClients['player'] = (storage, by = connect()) => kept(samplePlayer({ connect: by, ...page(storage) }));
  return {
    host: (key, by = connect()) => kept(sampleHost({ connect: by, key, names: 20, ...page() })),
    player,
    async enter({ held }, name, by) {
      const joining = kept(samplePlayer({ connect: by ?? connect(), colours: () => held.stage?.colours ?? '', ...page() }));
      expect(await joining.join(held.room?.pin ?? '', name)).toBeUndefined();
      return joining;
    },
    stop() {
      for (const client of clients) client.stop();
    },
  };
}
