// Pushes may be lost: when to sync, and when to nudge a room without host.
import { effect, type ReadonlySignal } from '@preact/signals-core';
import { revealsAt } from '../../game/room/round.ts';
import type { RoomView } from '../../game/wire/views.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from '../clock/clock.ts';
import { backoff } from './backoff.ts';

/** API Gateway closes idle connections after 10 min. */
const SILENCE_MS = 20_000;
const MAX_SILENCE_MS = 8 * 60_000;
/** Time for the host to keep a deadline, ms. */
const NUDGE_MS = 2000;
const NUDGES = 6;
/** After waking the connection may be dead, ms. */
const WAKE_TIMEOUT_MS = 1500;

export interface PeriodicSync {
  /** A frame came; it may set the silence. */
  onFrame(syncIn: number | undefined): void;
  stop(): void;
}

interface SyncRequests {
  sync(patience?: number): Promise<unknown>;
  nudge(): Promise<unknown>;
}

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
    // Jitter: one frame has started everybody's silence.
    stopSilence = environment.later(silence * (1 - environment.random() / 4), () => {
      listen();
      void asks.sync();
    });
  };
  listen();

  const sleepless = environment.onWake(() => void asks.sync(WAKE_TIMEOUT_MS));

  // A late reveal: lost, or never made. Spread out in large rooms.
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
