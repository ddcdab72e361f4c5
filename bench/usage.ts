// In a child process that is measured: tells its parent what it uses, when asked.
import { setTimeout as pause } from 'node:timers/promises';

export interface Usage {
  /** CPU time of all threads since the start, ms. */
  cpu: number;
  /** What the process occupies, bytes. */
  memory: number;
  /** The part of it that live objects occupy, bytes. */
  heap: number;
  /** What was over a limit since the start, by sort. */
  refused: Record<string, number>;
}

/** What can be asked: with `settled`, after what is garbage has been let go. */
export type Question = { ask: 'usage'; settled: boolean };

const collect = (globalThis as { gc?: () => void }).gc;

/** Answers from now on. Settling takes some 100 ms: the collector works in the background, and the allocator gives back late. */
export function tellUsage(refused: ReadonlyMap<string, number> = new Map()): void {
  process.on('message', async (message: Question) => {
    if (message.ask !== 'usage') return;
    for (let i = 0; message.settled && i < 3; i++) {
      collect?.();
      await pause(30);
    }
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, external } = process.memoryUsage();
    const usage: Usage = {
      cpu: (user + system) / 1000,
      memory: rss,
      heap: heapUsed + external,
      refused: Object.fromEntries(refused),
    };
    process.send!(usage);
  });
  // Whoever measures is gone.
  process.on('disconnect', () => process.exit());
}
