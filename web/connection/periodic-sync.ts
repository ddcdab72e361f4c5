// No push may be assumed to arrive: when to ask for news, and when to move a room on whose host is gone.
import { effect, type ReadonlySignal } from '@preact/signals';
import { revealsAt } from '../../game/room/round.ts';
import type { RoomView } from '../../game/wire/views.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from '../clock/clock.ts';
import { backoff } from './backoff.ts';

/** Until the server has said how long to be silent, and at most: the gateway ends an idle connection after ten minutes. */
const SILENCE_MS = 20_000;
const MAX_SILENCE_MS = 8 * 60_000;
/** A deadline is the host's to keep for this long. */
const NUDGE_MS = 2000;
const NUDGES = 6;
/** A shorter wait when the page was away: its connection may well be dead. */
const WAKE_TIMEOUT_MS = 1500;

export interface PeriodicSync {
  /** Something came from the server; it may say how long to be silent now. */
  onFrame(syncIn: number | undefined): void;
  stop(): void;
}

interface SyncRequests {
  sync(patience?: number): Promise<unknown>;
  nudge(): Promise<unknown>;
}

/** Keeps a page that is in a room true to it, from now on until stopped. */
export function startPeriodicSync(
  room: ReadonlySignal<RoomView | undefined>,
  clock: Clock,
  environment: BrowserEnvironment,
  asks: SyncRequests,
): PeriodicSync {
  let silence = SILENCE_MS;
  let stopSilence = () => {};
  const listen = () => {
    stopSilence();
    // Not all at one instant: the same frame has started everybody's silence.
    stopSilence = environment.later(silence * (1 - environment.random() / 4), () => {
      listen();
      void asks.sync();
    });
  };
  listen();

  const sleepless = environment.onWake(() => void asks.sync(WAKE_TIMEOUT_MS));

  // A reveal that is late: perhaps it was lost on its way to us, perhaps nobody has made it. All phones think so at once: the larger
  // the room, the further apart they speak.
  const overdue = effect(() => {
    const view = room.value;
    if (view?.phase !== 'question' || !view.turn) return;
    const due = revealsAt(view.turn) - clock.now();
    const stopSync = environment.later(due + (1000 + view.players / 5) * (1 + environment.random()), () => void asks.sync());
    let stopNudge = environment.later(due + NUDGE_MS + environment.random() * view.players * 10, () => nudge(1));
    const nudge = async (count: number) => {
      stopNudge = environment.later(
        backoff(environment.random(), count, NUDGE_MS, 30_000) + NUDGE_MS,
        () => count < NUDGES && nudge(count + 1),
      );
      await asks.nudge();
    };
    return () => {
      stopSync();
      stopNudge();
    };
  });

  return {
    onFrame(syncIn) {
      if (syncIn !== undefined) silence = Math.min(syncIn, MAX_SILENCE_MS);
      listen();
    },
    stop() {
      stopSilence();
      sleepless();
      overdue();
    },
  };
}
