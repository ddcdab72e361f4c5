// Lambda freezes a function that has returned: a call on its way would be made again whenever it wakes.
const calls = new Set<Promise<unknown>>();

/** Middleware of a client, for the step `initialize`: with all of its retries a call is one. */
export const inFlight =
  <A, R>(next: (args: A) => Promise<R>) =>
  (args: A): Promise<R> => {
    const call = next(args);
    calls.add(call);
    const done = () => calls.delete(call);
    call.then(done, done);
    return call;
  };

/** Of several chains of calls at once one may have failed before the others have come to their ends. */
export async function noCallsInFlight(): Promise<void> {
  do {
    await Promise.allSettled(calls);
    // What has waited for one begins its next.
    await new Promise(setImmediate);
  } while (calls.size);
}
