// All players of a room.
import type { Frame } from '../game/wire/server-frames.ts';
import { newPlayer, type Player } from './player.ts';
import { atRate, receiptsOf } from './receipts.ts';

const TIMEOUT_MS = 30_000;
/** Concurrent handshakes; more would only queue. */
export const AT_ONCE = 50;

export interface Players {
  players: readonly Player[];
  rate: number;
  /** Waits for matching frames; returns ticks by player number. */
  receipts(passes: (frame: Frame, player: Player) => boolean, of?: number): Promise<ReadonlyMap<number, number>>;
  received: { frames: number; bytes: number };
  /** Ticks of reconnects after unplanned disconnects. */
  lost: Promise<number>[];
  leave(): void;
}

/** @throws when a join is refused */
export async function seatPlayers(url: string, pin: string, size: number, progress: (done: number) => void): Promise<Players> {
  const listeners = new Set<(frame: Frame, player: Player, at: number) => void>();
  const received = { frames: 0, bytes: 0 };
  const lost: Promise<number>[] = [];
  const players = Array.from({ length: size }, (_, number) =>
    newPlayer(url, pin, number, {
      heard(player, frame, at, bytes) {
        received.frames++;
        received.bytes += bytes;
        for (const listener of listeners) listener(frame, player, at);
      },
      lost: (_player, back) => void lost.push(back.then(() => performance.now())),
    }),
  );
  let done = 0;
  const rate = await atRate(players, AT_ONCE, async (player) => {
    await player.join();
    progress(++done);
  });
  return {
    players,
    rate,
    async receipts(passes, of = size) {
      const { received: markReceived, all } = receiptsOf(of, TIMEOUT_MS);
      const listener = (frame: Frame, player: Player, at: number) => {
        if (passes(frame, player)) markReceived(player.number, at);
      };
      listeners.add(listener);
      const ticks = await all;
      listeners.delete(listener);
      return ticks;
    },
    received,
    lost,
    leave() {
      for (const player of players) player.leave();
    },
  };
}
