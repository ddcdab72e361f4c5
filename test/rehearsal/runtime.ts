// One execution environment's own process: imports the bundle as Lambda does, and takes one event after the other.
const [file, exported] = process.argv.slice(2) as [string, string];

const failure = (error: unknown) => ({ error: String((error as Error)?.stack ?? error) });

// Time-outs of a second and more are stretched where a test is not about them: the machine may be busy.
const patience = Number(process.env.REHEARSAL_PATIENCE ?? 1);
const exact = globalThis.setTimeout;
globalThis.setTimeout = Object.assign((run: () => void, ms = 0) => exact(run, ms >= 1000 ? ms * patience : ms), exact);

// Which variables the bundle reads: only of what is there, so a missing one shows.
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
    // Whatever the handler has not waited for is not done: the environment is frozen from here to its next event.
    process.send!(await Promise.resolve(handler(event)).then((reply: unknown) => ({ reply }), failure));
  });
  process.send!({ ready: true, variables: [...variables] });
} catch (error) {
  process.send!(failure(error));
}
