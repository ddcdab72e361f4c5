import FlatQueue from 'flatqueue';

/** Events in simulated time, ms. */
export interface EventQueue {
  at(time: number, run: (now: number) => void): void;
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
