// What the pages need of the browser around them, in one place: tests bring their own, and time in it runs as they like.

/** One moment on both of the device's clocks, ms. */
export interface Instant {
  /** Never steps, but may stand still while the device sleeps. */
  monotonicMs: number;
  /** Epoch ms as the device believes them: may be wrong by hours, and may step. */
  date: number;
}

/** As much of a BroadcastChannel as is needed: what one tab says, the others hear. */
interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

export interface BrowserEnvironment {
  instant(): Instant;
  /** From 0 to 1: for jitter. */
  random(): number;
  /** Unguessable: for secrets. */
  bytes(count: number): Uint8Array;
  /** Runs once after so many ms; returns how to call it off. */
  later(ms: number, run: () => void): () => void;
  connect(url: string): WebSocket;
  /** Runs whenever the page may have missed something: shown again, restored, back online. Returns how to stop that. */
  onWake(run: () => void): () => void;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | undefined;
  channel(name: string): Channel | undefined;
  location: Pick<Location, 'protocol' | 'host' | 'pathname' | 'hash'>;
  /** Another path in the address bar, without loading anything. */
  showPath(path: string): void;
}

/** The page's own timers. */
export const later: BrowserEnvironment['later'] = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** The browser's own. */
export const browserEnvironment = (): BrowserEnvironment => ({
  instant: () => ({ monotonicMs: performance.now(), date: Date.now() }),
  random: Math.random,
  // Pages on plain http in a local network are no secure context: `getRandomValues` is all there is.
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  later,
  connect: (url) => new WebSocket(url),
  onWake(run) {
    const shown = () => document.hidden || run();
    const restored = (event: PageTransitionEvent) => event.persisted && run();
    document.addEventListener('visibilitychange', shown);
    addEventListener('pageshow', restored);
    addEventListener('online', run);
    return () => {
      document.removeEventListener('visibilitychange', shown);
      removeEventListener('pageshow', restored);
      removeEventListener('online', run);
    };
  },
  storage: openStorage(),
  channel(name) {
    if (typeof BroadcastChannel === 'undefined') return undefined;
    const channel = new BroadcastChannel(name);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    };
  },
  location,
  showPath: (path) => history.replaceState(null, '', path),
});

/** Browsers that block storage throw on the mere mention of it. */
function openStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** 128 random bits as 22 base64url characters. */
export const token = (environment: Pick<BrowserEnvironment, 'bytes'>) =>
  btoa(String.fromCharCode(...environment.bytes(16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);

/** Pages and socket share one address. */
export const socketUrl = ({ location }: Pick<BrowserEnvironment, 'location'>) =>
  `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/socket`;
