// Child process side: reports CPU and memory to its parent.
import { setTimeout as pause } from 'node:timers/promises';

export interface Usage {
  /** CPU time of all threads, ms. */
  cpu: number;
  /** Resident set size, bytes. */
  memory: number;
  /** Live heap and external memory, bytes. */
  heap: number;
  refused: Record<string, number>;
}

/** `settled`: collect garbage first. */
export type Question = { ask: 'usage'; settled: boolean };

const collect = (globalThis as { gc?: () => void }).gc;

/** Answers usage questions; settling takes about 100 ms. */
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
  process.on('disconnect', () => process.exit());
}
