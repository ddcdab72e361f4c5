// A browser of its own for the real page code in this process: a real WebSocket, and whatever goes wrong on its way.
import { later, type World } from '../web/world.ts';

/** What happens to each frame on its way: passes it now, later, twice or never. */
export type Passage = (pass: () => void) => void;

interface Away {
  port: number;
  pin: string;
  up?: Passage;
  down?: Passage;
  later?: World['later'];
  /** How wrong the device's clock is, ms. */
  wrongBy?: number;
}

const straight: Passage = (pass) => pass();

export function pageWorld({ port, pin, up = straight, down = straight, later: after = later, wrongBy = 0 }: Away): World {
  const kept = new Map<string, string>();
  return {
    instant: () => ({ ticks: performance.now(), date: Date.now() + wrongBy }),
    random: Math.random,
    bytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    later: after,
    connect: (url) => behind(new WebSocket(url), up, down),
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
    location: { protocol: 'http:', host: `127.0.0.1:${port}`, pathname: `/${pin}`, hash: '' },
    showPath: () => {},
  };
}

/** As much of a WebSocket as pages use, with each frame's way in between. */
function behind(real: WebSocket, up: Passage, down: Passage): WebSocket {
  const page: Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'> = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (data) => up(() => real.readyState === WebSocket.OPEN && real.send(data)),
    close: () => real.close(),
  };
  const shown = page as WebSocket;
  real.onopen = (event) => shown.onopen?.(event);
  real.onmessage = (event) => down(() => shown.onmessage?.(event));
  real.onclose = (event) => shown.onclose?.(event);
  return shown;
}
