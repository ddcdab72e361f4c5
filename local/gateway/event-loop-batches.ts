/** So few that what they need is still in the processor's cache, and the first are done long before the last have begun. */
const AT_ONCE = 128;

/**
 * Runs whatever it is given in turns of the event loop to come, in order: what has arrived in this turn is all there before the first of
 * it is run, and a burst is run part by part.
 * @returns how to give it something
 */
export function eventLoopBatches(): (run: () => void) => void {
  const waiting: (() => void)[] = [];
  function turn() {
    const some = waiting.splice(0, AT_ONCE);
    if (waiting.length) setImmediate(turn);
    for (const one of some) one();
  }
  return (run) => {
    waiting.push(run);
    if (waiting.length === 1) setImmediate(turn);
  };
}
