import { effect } from '@preact/signals-core';
import type { BrowserEnvironment } from '../browser/environment.ts';
import { backoff } from '../connection/backoff.ts';
import type { PlayerState } from './player-state.ts';

const FIRST_MS = 200;
const MOST_MS = 30_000;

/** Asks the server for a standing that cannot be worked out, spread out in large rooms; returns how to stop. */
export const startSettling = (
  { isSettling, room }: Pick<PlayerState, 'isSettling' | 'room'>,
  environment: BrowserEnvironment,
  sync: () => void,
) =>
  effect(() => {
    if (!isSettling.value) return undefined;
    let stop = () => {};
    const ask = (count: number) => {
      const spread = (FIRST_MS + (room.peek()?.players ?? 0) / 5) * environment.random();
      const wait = count && backoff(environment.random(), count, FIRST_MS, MOST_MS);
      stop = environment.later(spread + wait, () => {
        ask(count + 1);
        sync();
      });
    };
    ask(0);
    return () => stop();
  });
