/**
 * Runs whatever it is given in the next turn of the event loop, in order; one turn for all that is given in this one.
 * @returns how to give it something
 */
export function nextTurn(): (run: () => void) => void {
  let waiting: (() => void)[] = [];
  return (run) => {
    waiting.push(run);
    if (waiting.length > 1) return;
    setImmediate(() => {
      const all = waiting;
      waiting = [];
      for (const one of all) one();
    });
  };
}
