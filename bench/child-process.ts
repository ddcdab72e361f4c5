// Forks the measured process, so it has its own thread.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import type { Question, Usage } from './usage.ts';

/** Node flags of `npm start`. */
const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));

export interface Child {
  ready: { port: number; key: string };
  usage(settled?: boolean): Promise<Usage>;
  say(message: object): void;
  /** Sends a message and waits for the answer. */
  ask(message: object): Promise<unknown>;
  /** SIGKILL: no shutdown code runs. */
  kill(): Promise<void>;
}

/**
 * Starts a module of this folder.
 * @throws when it exits before it is ready
 */
export async function startChild(module: string, args: readonly string[] = []): Promise<Child> {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), args, { execArgv: ['--expose-gc', ...flags] });
  const ready = (await heard(child)) as Child['ready'];
  const ask = (message: object) => {
    child.send(message);
    return heard(child);
  };
  return {
    ready,
    ask,
    async usage(settled = false) {
      const question: Question = { ask: 'usage', settled };
      return (await ask(question)) as Usage;
    },
    say: (message) => void child.send(message),
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function heard(child: ChildProcess): Promise<unknown> {
  const ending = new AbortController();
  const ended = once(child, 'exit', { signal: ending.signal }).then(([code]) => {
    throw new Error(`the measured process ended with ${code}`);
  });
  try {
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message;
  } finally {
    ended.catch(() => {});
    ending.abort();
  }
}
