// The real player page behind faulty connections.
import assert from 'node:assert/strict';
import { effect } from '@preact/signals-core';
import { creditOf } from '../../game/quiz/questions/asked.ts';
import { steadyNow } from '../../local/steady-now.ts';
import { type BrowserEnvironment, later } from '../../web/browser/environment.ts';
import { createPlayerModel } from '../../web/player/player-model.ts';
import { pageEnvironment } from '../support/page-environment.ts';
import { faultyLine } from './faulty-line.ts';
import { type FaultyPlayer, tapOf } from './faulty-player.ts';
import type { GameUnderFaults } from './game-under-faults.ts';

const HOUR_MS = 3_600_000;

/** In real time, long timers run ten times faster. */
const fasterTimers: BrowserEnvironment['later'] = (ms, run) => later(Math.max(0, ms >= 3000 ? ms / 10 : ms), run);

/** Joins. @param nth player of the room */
export function openPage(game: Pick<GameUnderFaults, 'port' | 'plan' | 'open'>, pin: string, nth: number): FaultyPlayer {
  const { port, plan, open } = game;
  const { up, down, dialled, ...line } = faultyLine(plan, nth);
  const name = `Player ${nth}`;
  let wrongBy = (plan.chance('clocks') - 0.5) * 2 * HOUR_MS;
  const environment = pageEnvironment({
    port,
    pin,
    up,
    down,
    dialled,
    later: open ? later : fasterTimers,
    ...(open && { open }),
    random: () => plan.chance(`page ${nth}`),
  });
  // The server’s wall clock is not theirs.
  environment.instant = () => ({ monotonicMs: performance.now(), date: steadyNow() + wrongBy });
  const model = createPlayerModel(creditOf, environment);
  const { status, room, standing, connectionStatus } = model;
  const tap = tapOf(plan);
  model.join(pin, name);
  effect(() => {
    const turn = room.value?.turn;
    if (model.questionPhase.value === 'open' && turn && !model.answer.value)
      setTimeout(() => model.choose(tap.value(turn.number)), tap.after);
  });
  return {
    ...line,
    name,
    checkRoom: (is) => assert.deepEqual(room.value, is),
    standing: () => standing.value,
    isIn: () => status.value === 'in',
    isForgotten: () => status.value === 'outside',
    isOver: () => status.value === 'over',
    isSettledAt: (version) => room.value?.version === version && standing.value?.version === version,
    seen: () => [status.value, connectionStatus.value, room.value?.version, standing.value?.version].join(' '),
    jump() {
      // Mostly seconds, rarely up to an hour.
      const by = (plan.chance('clocks') * 2 - 1) ** 9 * HOUR_MS;
      wrongBy += by;
      plan.note(by > 0 ? 'clock forwards' : 'clock backwards');
    },
    leave: model.leave,
  };
}
