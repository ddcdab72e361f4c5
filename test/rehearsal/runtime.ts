// Process of one execution environment: runs the bundle's handler.
import { flushCompileCache } from 'node:module';

const [file, exported] = process.argv.slice(2) as [string, string];

const failure = (error: unknown) => ({ error: String((error as Error)?.stack ?? error) });

// Stretches time-outs of 1 s and more on busy machines.
const timeFactor = Number(process.env.REHEARSAL_TIME_FACTOR ?? 1);
const exact = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((run: () => void, ms = 0) => exact(run, ms >= 1000 ? ms * timeFactor : ms), exact);

// Records the variables that the bundle reads.
const variables = new Set<string>();
process.env = new Proxy(process.env, {
  get(env, name) {
    if (typeof name === 'string' && name in env) variables.add(name);
    return Reflect.get(env, name);
  },
});

try {
  const { [exported]: handler } = await import(file);
  if (typeof handler !== 'function') throw new Error(`the bundle exports no ${exported}`);
  process.on('message', async (event) => {
    // Unawaited work is lost: Lambda freezes the environment here.
    process.send!(await Promise.resolve(handler(event)).then((reply: unknown) => ({ reply }), failure));
  });
  // This process is killed, so nothing is written at its end.
  flushCompileCache();
  process.send!({ ready: true, variables: [...variables] });
} catch (error) {
  process.send!(failure(error));
}
