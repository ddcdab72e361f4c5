// The line to the server: a connection, and another when it is lost or old. Knows nothing of seats.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Frame } from '../game/messages.ts';
import { backoff } from './backoff.ts';
import type { Sample } from './clock.ts';
import type { Line } from './model.ts';
import { createRequests, type Request, type Way } from './requests.ts';
import { socketUrl, type World } from './world.ts';

const CONNECT_MS = 8000;
/** API Gateway ends a connection after two hours: better at a moment of our own choice. */
const RENEW_MS = 100 * 60_000;

export interface LinkHooks {
  /** On each new connection, before anything else is said on it: claims what is ours. */
  opened(request: Request): Promise<unknown>;
  /** Every frame that is new to us, replies and pushes alike (a push has no `re`). */
  heard(frame: Frame): void;
  sampled(sample: Sample): void;
  /** Is this a good moment for replacing an old connection? */
  mayRenew(): boolean;
}

export interface Link {
  line: ReadonlySignal<Line>;
  request: Request;
  /** For good: what is pending resolves with nothing. */
  close(): void;
}

interface Connection extends Way {
  socket: WebSocket;
  since: number;
  opened: boolean;
}

/** Connects at once, and again whenever that is lost, until closed. */
export function createLink(world: World, hooks: LinkHooks): Link {
  const line = signal<Line>('connecting');
  let current: Connection | undefined;
  let coming: Connection | undefined;
  let closed = false;
  let tries = 0;
  let stopWaiting: (() => void) | undefined;
  const requests = createRequests(world, () => current, hooks.sampled);

  function connect() {
    stopWaiting = undefined;
    const socket = world.connect(socketUrl(world));
    const connection: Connection = {
      socket,
      since: world.instant().ticks,
      heardAt: 0,
      opened: false,
      lost: false,
      lose: () => lose(connection),
    };
    coming = connection;
    const tooSlow = world.later(CONNECT_MS, connection.lose);
    socket.onopen = () => {
      tooSlow();
      void claim(connection);
    };
    socket.onmessage = ({ data }) => receive(connection, data);
    socket.onclose = connection.lose;
  }

  async function claim(connection: Connection) {
    connection.opened = true;
    await hooks.opened(requests.asking(connection));
    if (connection.lost) return;
    const old = current;
    current = connection;
    coming = undefined;
    if (old) lose(old);
    tries = 0;
    line.value = 'open';
    requests.sendAll();
  }

  function lose(connection: Connection) {
    if (connection.lost) return;
    connection.lost = true;
    const { socket } = connection;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // On a dead line the browser's own `close` event may take a minute: nobody waits for it.
    socket.close();
    if (connection === coming) coming = undefined;
    if (connection === current) current = undefined;
    requests.lost(connection);
    if (closed || current || coming) return;
    if (line.peek() === 'open') line.value = 'lost';
    stopWaiting = world.later(backoff(world.random(), tries++), connect);
  }

  function receive(from: Connection, data: unknown) {
    const received = world.instant();
    from.heardAt = received.ticks;
    const frame = parse(data);
    // Not ours: the gateway's own error frames have no type.
    if (!frame) return requests.trouble(from);
    if (frame.re !== undefined) {
      const settle = requests.answered(frame, received);
      // Otherwise doubled, or long given up: what it says has been heard.
      if (settle) hooks.heard(frame);
      settle?.();
    } else if (from !== current || !coming?.opened) {
      // What is pushed to a connection that is being replaced (that somebody else speaks now) is about the new one.
      hooks.heard(frame);
    }
    if (from === current && !coming && received.ticks - from.since > RENEW_MS && hooks.mayRenew()) connect();
  }

  const sleepless = world.onWake(() => {
    if (!stopWaiting) return;
    stopWaiting();
    connect();
  });

  connect();
  return {
    line,
    request: requests.asking(),
    close() {
      closed = true;
      sleepless();
      stopWaiting?.();
      requests.close();
      if (coming) lose(coming);
      if (current) lose(current);
    },
  };
}

function parse(data: unknown): Frame | undefined {
  try {
    const frame = JSON.parse(String(data));
    return typeof frame?.type === 'string' ? frame : undefined;
  } catch {
    return undefined;
  }
}
