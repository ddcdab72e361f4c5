import FlatQueue from 'flatqueue';

/** What happens when, in simulated time (ms): whatever is due next is done next. */
export interface EventQueue {
  at(time: number, run: (now: number) => void): void;
  /** Until nothing is left to do. */
  play(): void;
}

export function eventQueue(): EventQueue {
  const due = new FlatQueue<(now: number) => void>();
  return {
    at: (time, run) => due.push(run, time),
    play() {
      for (let now = due.peekValue(); now !== undefined; now = due.peekValue()) due.pop()!(now);
    },
  };
}
