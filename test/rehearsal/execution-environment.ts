// A Lambda execution environment as a process.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

export interface Deployed {
  name: string;
  folder: string;
  handler: string;
  memory: number;
  /** ms */
  timeout: number;
  variables: Record<string, string>;
}

export interface ExecutionEnvironment {
  /** Unique, so it identifies the caller. */
  accessKey: string;
  /** Starting or handling an event; frozen otherwise. */
  awake: boolean;
  calls: number;
  /** @throws the handler's error, or a time-out, which kills it */
  run(event: unknown): Promise<unknown>;
  dead: boolean;
  end(): Promise<void>;
}

const RUNTIME = fileURLToPath(new URL('./runtime.ts', import.meta.url));
let made = 0;

/** Starts a process; the first event is a cold start. */
export function startEnvironment(
  { name, folder, handler, memory, timeout, variables }: Deployed,
  endpoints: Record<string, string>,
  log: (line: string) => void,
  read: (variables: string[]) => void,
): ExecutionEnvironment {
  const accessKey = `KEY${++made}of${name}`;
  const [file, exported] = handler.split('.') as [string, string];
  const child: ChildProcess = fork(RUNTIME, [pathToFileURL(join(folder, `${file}.mjs`)).href, exported], {
    execArgv: [`--max-old-space-size=${Math.floor(memory * 0.9)}`],
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...variables,
      ...endpoints,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_LAMBDA_FUNCTION_NAME: name,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const input of [child.stdout!, child.stderr!]) createInterface({ input }).on('line', log);
  type Said = { ready?: true; variables?: string[]; reply?: unknown; error?: string };
  // One message per event; an exit answers all.
  let hear: (said: Said) => void = () => {};
  const next = () => new Promise<Said>((resolve) => (hear = resolve));
  child.on('message', (said) => hear(said as Said));
  child.on('exit', (code, signal) => hear({ error: `${name} ended with ${signal ?? code}` }));
  const started = next();

  const here: ExecutionEnvironment = {
    accessKey,
    awake: true,
    calls: 0,
    dead: false,
    async run(event) {
      here.awake = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${name} timed out after ${timeout} ms`)), timeout);
      });
      try {
        const { error: broken, variables: names = [] } = await Promise.race([started, late]);
        read(names);
        if (broken !== undefined) throw new Error(broken);
        const said = next();
        child.send(event as object);
        const { reply, error } = await Promise.race([said, late]);
        if (error !== undefined) throw new Error(error);
        return reply;
      } catch (error) {
        // Errors keep the environment; hangs and failed starts end it.
        here.dead = /timed out|ended with/.test(String(error)) || (await started).error !== undefined;
        throw error;
      } finally {
        clearTimeout(timer);
        here.awake = false;
      }
    },
    async end() {
      here.dead = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
  return here;
}
