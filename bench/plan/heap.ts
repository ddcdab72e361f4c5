/** Whatever has the least time is taken first, in logarithmic time. Times in ms. */
export interface Heap<T> {
  push(time: number, what: T): void;
  /** The least time, if there is anything. */
  next(): number | undefined;
  take(): T | undefined;
}

export function heap<T>(): Heap<T> {
  // The times apart: numbers alone lie close together in memory, and with millions of them nothing else takes long.
  const times: number[] = [];
  const whats: T[] = [];
  const put = (i: number, time: number, what: T) => {
    times[i] = time;
    whats[i] = what;
  };
  return {
    next: () => times[0],
    push(time, what) {
      let i = times.length;
      for (let up = (i - 1) >> 1; i > 0 && times[up]! > time; i = up, up = (i - 1) >> 1) put(i, times[up]!, whats[up]!);
      put(i, time, what);
    },
    take() {
      const first = whats[0];
      const [time, what] = [times.pop(), whats.pop()];
      const size = times.length;
      if (time === undefined || size === 0) return first;
      let i = 0;
      for (let least = 1; least < size; least = 2 * i + 1) {
        if (least + 1 < size && times[least + 1]! < times[least]!) least++;
        if (times[least]! >= time) break;
        put(i, times[least]!, whats[least]!);
        i = least;
      }
      put(i, time, what as T);
      return first;
    },
  };
}
