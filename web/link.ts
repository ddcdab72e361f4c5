// The line to the server: requests are said until they are answered, over as many connections as that takes. Knows nothing of seats.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Action, Frame, Messages } from '../game/messages.ts';
import { backoff } from './backoff.ts';
import type { Sample } from './clock.ts';
import type { Line } from './model.ts';
import { type Instant, socketUrl, token, type World } from './world.ts';

/** How long a reply may take; twice as long after each silence, since a server in trouble is not helped by haste. */
const PATIENCE_MS = 4000;
const MOST_PATIENCE_MS = 16_000;
const CONNECT_MS = 8000;
/** API Gateway ends a connection after two hours: better a moment of our own choice. */
const RENEW_MS = 100 * 60_000;

export interface Manner {
  /** A shorter wait for the first reply, ms: when the line is doubtful. */
  patience?: number;
  /** Asked before each repetition: false gives the request up. */
  wanted?: () => boolean;
}

/** Resolves with the reply, or with nothing when there will be none: given up, or the link was closed. */
export type Request = <A extends Action>(
  action: A,
  fields: Omit<Messages[A], 'id'>,
  manner?: Manner,
) => Promise<Frame | undefined>;

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

interface Connection {
  socket: WebSocket;
  since: number;
  heardAt: number;
  opened: boolean;
  lost: boolean;
}

interface Asked {
  text: string;
  manner: Manner;
  /** A request of the `opened` hook lives and dies with its connection. */
  bound: Connection | undefined;
  via?: Connection;
  sends: number;
  sent?: Instant;
  stop(): void;
  settle(frame?: Frame): void;
}

export function createLink(world: World, hooks: LinkHooks): Link {
  const line = signal<Line>('connecting');
  const asked = new Map<string, Asked>();
  const ticks = () => world.instant().ticks;
  let current: Connection | undefined;
  let coming: Connection | undefined;
  let closed = false;
  let tries = 0;
  let silences = 0;
  let stopWaiting: (() => void) | undefined;

  function connect() {
    stopWaiting = undefined;
    const connection: Connection = {
      socket: world.connect(socketUrl(world)),
      since: ticks(),
      heardAt: 0,
      opened: false,
      lost: false,
    };
    const { socket } = connection;
    coming = connection;
    const tooSlow = world.later(CONNECT_MS, () => connection.opened || lose(connection));
    socket.onopen = async () => {
      tooSlow();
      connection.opened = true;
      await hooks.opened(asking(connection));
      if (connection.lost) return;
      const old = current;
      current = connection;
      coming = undefined;
      if (old) lose(old);
      tries = 0;
      line.value = 'open';
      for (const [id, one] of asked) if (!one.bound) send(id, one);
    };
    socket.onmessage = ({ data }) => receive(connection, data);
    socket.onclose = () => lose(connection);
  }

  function lose(connection: Connection) {
    if (connection.lost) return;
    connection.lost = true;
    const { socket } = connection;
    socket.onopen = socket.onmessage = socket.onclose = null;
    // On a dead line the browser's own `close` event may take a minute: nobody waits for it.
    socket.close();
    for (const [id, one] of asked) {
      if (one.via === connection) one.stop();
      if (one.bound === connection) settle(id, one);
    }
    if (connection === coming) coming = undefined;
    if (connection === current) current = undefined;
    if (closed || current || coming) return;
    if (line.peek() === 'open') line.value = 'lost';
    stopWaiting = world.later(backoff(world.random(), tries++), connect);
  }

  function settle(id: string, one: Asked, frame?: Frame) {
    one.stop();
    asked.delete(id);
    one.settle(frame);
  }

  const asking =
    (bound?: Connection): Request =>
    (action, fields, manner = {}) =>
      new Promise((resolve) => {
        if (closed || bound?.lost) return resolve(undefined);
        const id = token(world);
        const one: Asked = {
          text: JSON.stringify({ action, id, ...fields }),
          manner,
          bound,
          sends: 0,
          stop() {},
          settle: resolve,
        };
        asked.set(id, one);
        send(id, one);
      });

  function send(id: string, one: Asked) {
    one.stop();
    if (one.manner.wanted?.() === false) return settle(id, one);
    const via = one.bound ?? current;
    if (!via) return;
    const patience = Math.min(MOST_PATIENCE_MS, PATIENCE_MS * 2 ** silences) * (0.75 + world.random() / 2);
    one.via = via;
    one.sent = world.instant();
    one.sends++;
    via.socket.send(one.text);
    one.stop = world.later(Math.min(patience, (one.sends === 1 && one.manner.patience) || patience), () => unanswered(id, one, via));
  }

  /** A connection on which nothing at all has come since is dead; on another the request or its reply was lost. */
  function unanswered(id: string, one: Asked, via: Connection) {
    if (via.heardAt >= one.sent!.ticks) return send(id, one);
    silences++;
    lose(via);
  }

  function receive(from: Connection, data: unknown) {
    const received = world.instant();
    from.heardAt = received.ticks;
    const frame = parse(data);
    if (!frame) return again(from);
    if (frame.re === undefined) {
      // What is still said to a connection that is being replaced (that somebody else speaks now) is about the new one.
      if (!(from === current && coming?.opened)) hooks.heard(frame);
    } else {
      const one = asked.get(frame.re);
      // Doubled, or long given up: what it says has been heard.
      if (!one) return;
      silences = 0;
      // Of a request that was sent twice, nobody knows which one this answers.
      if (one.sends === 1 && frame.t1 !== undefined && frame.t2 !== undefined)
        hooks.sampled({ sent: one.sent!, received, t1: frame.t1, t2: frame.t2 });
      hooks.heard(frame);
      settle(frame.re, one, frame);
    }
    if (from === current && !coming && !closed && received.ticks - from.since > RENEW_MS && hooks.mayRenew()) connect();
  }

  /** A frame that is not ours: the gateway's, about one of our requests, and it does not say which. */
  function again(from: Connection) {
    for (const [id, one] of asked) {
      if (one.via !== from) continue;
      one.stop();
      one.stop = world.later(backoff(world.random(), one.sends), () => send(id, one));
    }
  }

  const sleepless = world.onWake(() => {
    if (!stopWaiting) return;
    stopWaiting();
    connect();
  });

  connect();
  return {
    line,
    request: asking(),
    close() {
      closed = true;
      sleepless();
      stopWaiting?.();
      for (const [id, one] of asked) settle(id, one);
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
