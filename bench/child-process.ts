// A process beside this one, on its own core if there is one: what is measured must not share a thread with what measures.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import type { Question, Usage } from './usage.ts';

/** What `npm start` gives to node. */
const flags = manifest.scripts.start.split(' ').filter((word) => word.startsWith('--'));

export interface Child {
  /** What the process said first, when it was ready. */
  ready: { port: number; key: string };
  usage(settled?: boolean): Promise<Usage>;
  say(message: object): void;
  /** The same, and the answer. */
  ask(message: object): Promise<unknown>;
  /** Ends it as a power cut would: nothing in it runs any more. */
  kill(): Promise<void>;
}

/**
 * Starts a module of this folder, and waits until it is ready.
 * @throws when it ends before that; its own words are on the terminal
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
