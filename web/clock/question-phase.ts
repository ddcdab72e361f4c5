// Phases switch on every screen at the same instant.
import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { type QuestionPhase, questionPhaseAt } from '../../game/room/round.ts';
import type { RoomView } from '../../game/wire/views.ts';
import type { BrowserEnvironment } from '../browser/environment.ts';
import type { Clock } from './clock.ts';

/** Long timers are inexact: they end early, and the rest is waited anew, ms. */
const EARLY_MS = 20;

export function createQuestionPhase(
  room: ReadonlySignal<RoomView | undefined>,
  clock: Clock,
  environment: Pick<BrowserEnvironment, 'later' | 'onWake'>,
): ReadonlySignal<QuestionPhase | undefined> {
  const part = signal<QuestionPhase>();
  let stop = () => {};

  const look = () => {
    stop();
    const view = room.value;
    const turn = view?.phase === 'question' ? view.turn : undefined;
    const now = clock.now();
    const due = turn && questionPhaseAt(turn, now);
    // Without a valid clock it might open too early: wait for the next sample.
    part.value = due === 'open' && clock.bound() > 1e9 ? (part.peek() ?? 'reading') : due;
    const next = turn && [turn.showsAt, turn.opensAt, turn.closesAt].find((at) => at > now);
    if (next === undefined) return;
    const wait = next - now;
    stop = environment.later(wait > 2 * EARLY_MS ? wait - EARLY_MS : Math.ceil(wait), look);
  };

  effect(() => {
    // A better estimate moves the instants.
    clock.estimate.value;
    look();
  });
  environment.onWake(look);
  return part;
}
