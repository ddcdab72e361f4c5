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

/** Of several calls at once one may have failed before the others are answered. */
export async function noCallsInFlight(): Promise<void> {
  while (calls.size) await Promise.allSettled(calls);
}
