// Time that passes as fast as the work in it. One task a process.
import { install } from '@sinonjs/fake-timers';
import { traffic } from './memory-line.ts';

/** The epoch, ms, at which virtual time begins. */
export const VIRTUAL_EPOCH = 1_800_000_000_000;

/** Rounds of the event loop without any traffic after which nothing but time moves on. */
const QUIET_ROUNDS = 8;

const nextRound = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Runs a task whose timers, dates and clocks are virtual. Immediates, promises and streams stay real, so the task must not wait for
 * the network or another process.
 * @throws when nothing is left that could end the task
 */
export async function inVirtualTime<T>(task: () => Promise<T>): Promise<T> {
  const clock = install({
    now: VIRTUAL_EPOCH,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  try {
    let ended = false;
    const running = task().finally(() => {
      ended = true;
    });
    running.catch(() => {});
    while (!ended) {
      for (let quiet = 0, seen = traffic.writes; quiet < QUIET_ROUNDS && !ended; quiet++) {
        await nextRound();
        if (traffic.writes !== seen || traffic.pending > 0) quiet = 0;
        seen = traffic.writes;
      }
      if (ended) break;
      if (clock.countTimers() === 0) throw new Error('the task waits for something that virtual time cannot bring');
      clock.next();
    }
    return await running;
  } finally {
    clock.uninstall();
  }
}
