import { heap } from './heap.ts';

/** What happens when, in simulated time (ms): whatever is due next is done next. */
export interface Agenda {
  at(time: number, run: (now: number) => void): void;
  /** Until nothing is left to do. */
  play(): void;
}

export function agenda(): Agenda {
  const due = heap<(now: number) => void>();
  return {
    at: due.push,
    play() {
      for (let now = due.next(); now !== undefined; now = due.next()) due.take()!(now);
    },
  };
}
