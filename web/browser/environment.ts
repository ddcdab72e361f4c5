// What the pages need of a browser; tests bring their own.

/** One moment on both device clocks, ms. */
export interface Instant {
  /** Never steps, but may pause in sleep. */
  monotonicMs: number;
  /** Device date, epoch ms: may be wrong, and may step. */
  date: number;
}

/** The used part of BroadcastChannel. */
interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
}

export interface BrowserEnvironment {
  instant(): Instant;
  /** 0 to 1, for jitter. */
  random(): number;
  /** For secrets. */
  bytes(count: number): Uint8Array;
  /** Runs once after `ms`; returns how to cancel it. */
  later(ms: number, run: () => void): () => void;
  connect(url: string): WebSocket;
  /** Why a handshake fails, which browsers hide: the server takes no pages of this origin. */
  isOriginRefused(): Promise<boolean>;
  /** Runs when the page is shown, restored or online again; returns how to stop. */
  onWake(run: () => void): () => void;
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> | undefined;
  channel(name: string): Channel | undefined;
  /** Of the product, as in `https://quiz.example.org/some/path/`. */
  base: string;
  location: Pick<Location, 'pathname' | 'hash'>;
  /** For a newer page; false when that has been tried. */
  reloadOnce(): boolean;
  /** Within `base` unless it begins with a slash. */
  showPath(path: string): void;
}

export const later: BrowserEnvironment['later'] = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export const browserEnvironment = (): BrowserEnvironment => ({
  instant: () => ({ monotonicMs: performance.now(), date: Date.now() }),
  random: Math.random,
  // Plain http is no secure context: only `getRandomValues` is there.
  bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
  later,
  connect: (url) => new WebSocket(url),
  isOriginRefused: () =>
    fetch(`socket?origin=${location.origin}`).then(
      ({ status }) => status === 421,
      () => false,
    ),
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
  base: document.baseURI,
  location,
  reloadOnce() {
    // It outlives the reload, not the tab.
    if (history.state) return false;
    history.replaceState(1, '');
    location.reload();
    return true;
  },
  showPath: (path) => history.replaceState(history.state, '', path),
});

/** Throws where storage is blocked. */
function openStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

/** 128 random bits, base64url. */
export const token = (environment: Pick<BrowserEnvironment, 'bytes'>) =>
  btoa(String.fromCharCode(...environment.bytes(16)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .slice(0, 22);

/** `wss:` where the pages are `https:`. */
export const socketUrl = ({ base }: Pick<BrowserEnvironment, 'base'>) => `${base.replace('http', 'ws')}socket`;
