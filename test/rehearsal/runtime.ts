// One execution environment's own process: imports the bundle as Lambda does, and takes one event after the other.
const [file, exported] = process.argv.slice(2) as [string, string];

const failure = (error: unknown) => ({ error: String((error as Error)?.stack ?? error) });

try {
  const { [exported]: handler } = await import(file);
  if (typeof handler !== 'function') throw new Error(`the bundle exports no ${exported}`);
  process.on('message', async (event) => {
    // Whatever the handler has not waited for is not done: the environment is frozen from here to its next event.
    process.send!(await Promise.resolve(handler(event)).then((reply: unknown) => ({ reply }), failure));
  });
  process.send!({ ready: true });
} catch (error) {
  process.send!(failure(error));
}
