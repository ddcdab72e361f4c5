// A browser for page code: a real WebSocket whose frames may suffer.
import { WebSocket as Socket } from 'ws';
import { type BrowserEnvironment, later } from '../../web/browser/environment.ts';

/** Passes a frame now, later, twice or never. */
export type Transfer = (pass: () => void, frame: FrameInTransit) => void;

/** `closed` says goodbye, `torn` does not, and of `dead` neither end knows. */
export type Cut = 'closed' | 'torn' | 'dead';

/** One frame on one line. */
export interface FrameInTransit {
  text: string;
  cut(how: Cut): void;
}

interface PageOptions {
  port: number;
  pin: string;
  up?: Transfer;
  down?: Transfer;
  later?: BrowserEnvironment['later'];
  /** How wrong the device's clock is, ms. */
  wrongBy?: number;
  /** Told of each line when it is dialled, with how to cut it. */
  dialled?: (cut: FrameInTransit['cut']) => void;
  /** Opens a real WebSocket. */
  open?: (url: string) => Socket;
  /** 0 to 1: for jitter, ids and secrets. */
  random?: () => number;
}

const straight: Transfer = (pass) => pass();

export function pageEnvironment(options: PageOptions): BrowserEnvironment {
  const { port, pin, up = straight, down = straight, later: after = later, wrongBy = 0, dialled = () => {} } = options;
  const { open, random = Math.random } = options;
  const kept = new Map<string, string>();
  return {
    instant: () => ({ monotonicMs: performance.now(), date: Date.now() + wrongBy }),
    random,
    bytes: (count) => Uint8Array.from({ length: count }, () => random() * 256),
    later: after,
    connect: (url) => openSocket(url, { up, down, dialled, ...(open && { open }) }),
    reloadOnce: () => false,
    isOriginRefused: async () => false,
    onWake: () => () => {},
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      key: (index) => [...kept.keys()][index] ?? null,
      get length() {
        return kept.size;
      },
    },
    channel: () => undefined,
    base: `http://127.0.0.1:${port}/`,
    location: { pathname: `/${pin}`, hash: '' },
    showPath: () => {},
  };
}

/** The network takes so long to notice that nobody is there any more, ms; in earnest minutes. */
const UNNOTICED_MS = 4000;

/** As much of a WebSocket as pages use, with each frame's way in between. */
export function openSocket(
  url: string,
  {
    up,
    down,
    dialled,
    open = (to) => new Socket(to),
  }: Required<Pick<PageOptions, 'up' | 'down' | 'dialled'>> & Pick<PageOptions, 'open'>,
): WebSocket {
  const real = open(url);
  let dead = false;
  const cut = (how: Cut) => {
    if (how === 'closed') real.close();
    else if (how === 'torn') real.terminate();
    else if (!dead) {
      dead = true;
      setTimeout(() => real.terminate(), UNNOTICED_MS);
    }
  };
  const page: Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'> = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data) => up(() => !dead && real.readyState === Socket.OPEN && real.send(String(data)), { text: String(data), cut }),
    close: () => dead || real.close(),
  };
  const shown = page as WebSocket;
  real.onopen = () => dead || shown.onopen?.(new Event('open'));
  real.onmessage = ({ data }) => {
    const event = new MessageEvent('message', { data: String(data) });
    if (!dead) down(() => !dead && shown.onmessage?.(event), { text: event.data, cut });
  };
  real.onclose = () => shown.onclose?.(new Event('close') as CloseEvent);
  // Told by `onclose` besides.
  real.onerror = () => {};
  dialled(cut);
  return shown;
}
