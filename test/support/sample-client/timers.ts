// When a player's client says something unasked (PROTOCOL 1 and 5).
import type { Frame } from './frames.ts';
import type { HeldParts } from './held-parts.ts';
import type { ServerClock } from './server-clock.ts';

interface TimersOptions {
  held: HeldParts;
  clock: ServerClock;
  random: () => number;
  sync(version?: number): void;
  nudge(): void;
}

const SILENCE_MS = 20_000;
const ASK_AGAIN_MS = 1000;
/** From the seal until the host is thought to be gone. */
const HOST_GONE_MS = 2500;
/** How many of a room nudge in a second. */
const NUDGES = 100;

export function startTimers({ held, clock, random, sync, nudge }: TimersOptions) {
  let syncIn = SILENCE_MS;
  let syncing: NodeJS.Timeout | undefined;
  let nudging: NodeJS.Timeout | undefined;

  function stop() {
    clearTimeout(syncing);
    clearTimeout(nudging);
  }

  return {
    stop,
    /** @param isSettled whether the client knows what its player has earned */
    heard(frame: Frame, isSettled: boolean) {
      stop();
      if (frame.type === 'view') syncIn = frame.syncIn ?? syncIn;
      const { room, you } = held;
      if (!you) return;
      if (isSettled) syncing = setTimeout(() => sync(), syncIn * (0.75 + random() / 4));
      else syncing = setTimeout(() => sync(0), ASK_AGAIN_MS * random());
      if (room?.phase !== 'question' || !room.turn || clock.bound() === Infinity) return;
      const due = Math.max(0, room.turn.sealsAt + HOST_GONE_MS - clock.now());
      nudging = setTimeout(nudge, due + (random() * room.players * 1000) / NUDGES);
    },
  };
}
