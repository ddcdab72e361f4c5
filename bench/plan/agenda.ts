/** What happens when, in simulated time (ms): whatever is due next is done next. A binary heap, for there are millions. */
export interface Agenda {
  at(time: number, run: (now: number) => void): void;
  /** Until nothing is left to do. */
  play(): void;
}

export function agenda(): Agenda {
  const heap: { time: number; run: (now: number) => void }[] = [];
  const swap = (a: number, b: number) => {
    const kept = heap[a]!;
    heap[a] = heap[b]!;
    heap[b] = kept;
  };
  return {
    at(time, run) {
      let i = heap.push({ time, run }) - 1;
      for (let up = (i - 1) >> 1; i > 0 && heap[up]!.time > time; i = up, up = (i - 1) >> 1) swap(i, up);
    },
    play() {
      for (let next = heap[0]; next; next = heap[0]) {
        const last = heap.pop()!;
        if (heap.length) heap[0] = last;
        for (let i = 0; ; ) {
          const [left, right] = [2 * i + 1, 2 * i + 2];
          let least = i;
          if (left < heap.length && heap[left]!.time < heap[least]!.time) least = left;
          if (right < heap.length && heap[right]!.time < heap[least]!.time) least = right;
          if (least === i) break;
          swap(i, least);
          i = least;
        }
        next.run(next.time);
      }
    },
  };
}
