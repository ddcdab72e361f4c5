/** Small enough for the CPU cache, and for the first not to wait. */
const AT_ONCE = 128;

/**
 * Runs callbacks in later turns of the event loop, in order and in batches:
 * everything that has arrived is timestamped before any of it is handled.
 * @returns schedules a callback
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
