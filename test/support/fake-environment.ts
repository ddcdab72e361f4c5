// A fake browser with held time and sockets.
import type { BrowserEnvironment } from '../../web/browser/environment.ts';

/** The page's end of a fake socket, as far as pages use it. */
export class FakeSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  closed = false;
  said: Record<string, unknown>[] = [];
  /** What the test does with what the page says. */
  hear: (message: Record<string, unknown>) => void = () => {};

  send(text: string) {
    if (this.closed) return;
    const message = JSON.parse(text);
    this.said.push(message);
    this.hear(message);
  }
  close() {
    this.closed = true;
  }

  open() {
    this.onopen?.();
  }
  say(frame: object) {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  /** The other end is gone, and the browser knows. */
  breakDown() {
    this.closed = true;
    this.onclose?.();
  }
}

/** True time, that several browsers may share. */
export interface Timeline {
  now: number;
  timers: { at: number; run: () => void }[];
}

export interface FakeEnvironment extends BrowserEnvironment {
  sockets: FakeSocket[];
  /** The true time passed, ms. */
  readonly time: number;
  /** Lets time pass, and whatever it brings. */
  pass(ms: number): Promise<void>;
  /** Time passes without the page noticing, but for its date. */
  sleep(ms: number): void;
  wake(): void;
  path: string;
}

export interface FakeOptions {
  path?: string;
  hash?: string;
  /** How wrong the device's date is, ms. */
  wrong?: number;
  /** How fast its monotonicMs run. */
  rate?: number;
  random?: () => number;
  storage?: BrowserEnvironment['storage'];
  /** What becomes of each new socket; opens at once if not given. */
  connected?: (socket: FakeSocket, environment: FakeEnvironment) => void;
  channels?: Set<(message: unknown) => void>;
  originRefused?: () => boolean;
  timeline?: Timeline;
}

/** mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function memoryStorage(kept = new Map<string, string>()): NonNullable<BrowserEnvironment['storage']> {
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}

const EPOCH = 1_800_000_000_000;

/** The server's clock: true. */
export const serverTime = (environment: FakeEnvironment) => EPOCH + environment.time;

export function fakeEnvironment(options: FakeOptions = {}): FakeEnvironment {
  const { wrong = 0, rate = 1, random = seeded(1), channels, timeline = { now: 0, timers: [] } } = options;
  const wakers = new Set<() => void>();
  let asleep = 0;
  // A few rounds of microtasks settle one event.
  const settle = async () => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
  };
  const environment: FakeEnvironment = {
    sockets: [],
    get time() {
      return timeline.now;
    },
    path: options.path ?? '/',
    storage: options.storage,
    base: 'http://quiz.test/',
    location: { pathname: options.path ?? '/', hash: options.hash ?? '' },
    instant: () => ({ monotonicMs: 1000 + (environment.time - asleep) * rate, date: EPOCH + wrong + environment.time * rate }),
    random,
    bytes: (count) => Uint8Array.from({ length: count }, () => random() * 256),
    later(ms, run) {
      const timer = { at: timeline.now + Math.max(0, ms), run };
      timeline.timers.push(timer);
      return () => {
        timeline.timers = timeline.timers.filter((one) => one !== timer);
      };
    },
    connect() {
      const socket = new FakeSocket();
      environment.sockets.push(socket);
      if (options.connected) options.connected(socket, environment);
      else environment.later(0, () => socket.open());
      return socket as unknown as WebSocket;
    },
    reloadOnce: () => false,
    isOriginRefused: async () => options.originRefused?.() ?? false,
    onWake(run) {
      wakers.add(run);
      return () => wakers.delete(run);
    },
    channel: () =>
      channels && {
        post(message) {
          for (const listener of [...channels]) if (listener !== own) listener(message);
        },
        listen(listener) {
          own = listener;
          channels.add(listener);
        },
      },
    showPath(path) {
      environment.path = new URL(path, environment.base).pathname;
    },
    async pass(ms) {
      const until = timeline.now + ms;
      await settle();
      for (;;) {
        const next = timeline.timers.reduce((a, b) => (b.at < a.at ? b : a), { at: Number.POSITIVE_INFINITY, run() {} });
        if (next.at > until) break;
        timeline.timers = timeline.timers.filter((one) => one !== next);
        timeline.now = Math.max(timeline.now, next.at);
        next.run();
        await settle();
      }
      timeline.now = until;
    },
    sleep(ms) {
      timeline.now += ms;
      asleep += ms;
    },
    wake() {
      for (const run of [...wakers]) run();
    },
  };
  let own: ((message: unknown) => void) | undefined;
  return environment;
}
