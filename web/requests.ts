// What has been asked and not yet answered: said again, under the same id, for as long as that takes.
import type { Action, Frame, Messages } from '../game/messages.ts';
import { backoff } from './backoff.ts';
import type { Sample } from './clock.ts';
import { type Instant, token, type World } from './world.ts';

/** How long a reply may take; twice as long after each silence, since a server in trouble is not helped by haste. */
const PATIENCE_MS = 4000;
const MOST_PATIENCE_MS = 16_000;

export interface Manner {
  /** A shorter wait for the first reply, ms: when the line is doubtful. */
  patience?: number;
  /** Asked before each sending: false gives the request up. */
  wanted?: () => boolean;
}

/** Resolves with the reply, or with nothing when there will be none: given up, or the link was closed. */
export type Request = <A extends Action>(
  action: A,
  fields: Omit<Messages[A], 'id'>,
  manner?: Manner,
) => Promise<Frame | undefined>;

/** A way to the server, as long as it lasts. */
export interface Way {
  socket: Pick<WebSocket, 'send'>;
  /** The tick at which something last came by it. */
  heardAt: number;
  lost: boolean;
}

interface Asked {
  text: string;
  manner: Manner;
  /** Said by this way only, and given up with it. */
  bound: Way | undefined;
  via?: Way;
  sends: number;
  sent?: Instant;
  stop(): void;
  settle(frame?: Frame): void;
}

export interface Requests {
  /** @param bound for what makes sense by one way only; everything else goes by the current way */
  asking(bound?: Way): Request;
  /** Says (again) everything that is not bound, by the current way. */
  sendAll(): void;
  /** The frame answers something: notes it and returns how to tell whoever asked, or nothing if nobody waits for it. */
  answered(frame: Frame, received: Instant): (() => void) | undefined;
  /** A trouble came by this way that does not say which request it is about. */
  trouble(way: Way): void;
  lost(way: Way): void;
  close(): void;
}

/** @param dead is called when a way has been silent for too long after something was said */
export function createRequests(
  world: World,
  current: () => Way | undefined,
  sampled: (sample: Sample) => void,
  dead: (way: Way) => void,
): Requests {
  const asked = new Map<string, Asked>();
  let closed = false;
  let silences = 0;

  function settle(id: string, one: Asked, frame?: Frame) {
    one.stop();
    asked.delete(id);
    one.settle(frame);
  }

  function send(id: string, one: Asked) {
    one.stop();
    if (one.manner.wanted?.() === false) return settle(id, one);
    const via = one.bound ?? current();
    if (!via) return;
    const usual = Math.min(MOST_PATIENCE_MS, PATIENCE_MS * 2 ** silences) * (0.75 + world.random() / 2);
    one.via = via;
    one.sent = world.instant();
    one.sends++;
    via.socket.send(one.text);
    const patience = one.sends === 1 ? Math.min(usual, one.manner.patience ?? usual) : usual;
    one.stop = world.later(patience, () => unanswered(id, one, via));
  }

  function unanswered(id: string, one: Asked, via: Way) {
    // Something has come since: the way is good, and only the request or its reply was lost.
    if (via.heardAt > one.sent!.ticks) return send(id, one);
    silences++;
    dead(via);
  }

  return {
    asking:
      (bound) =>
      (action, fields, manner = {}) =>
        new Promise((resolve) => {
          if (closed || bound?.lost) return resolve(undefined);
          const id = token(world);
          const text = JSON.stringify({ action, id, ...fields });
          const one: Asked = { text, manner, bound, sends: 0, stop() {}, settle: resolve };
          asked.set(id, one);
          send(id, one);
        }),
    sendAll() {
      for (const [id, one] of asked) if (!one.bound) send(id, one);
    },
    answered(frame, received) {
      const id = frame.re!;
      const one = asked.get(id);
      if (!one) return undefined;
      silences = 0;
      // Of a request that was sent twice, nobody knows which one this answers.
      if (one.sends === 1 && frame.t1 !== undefined && frame.t2 !== undefined)
        sampled({ sent: one.sent!, received, t1: frame.t1, t2: frame.t2 });
      return () => settle(id, one, frame);
    },
    trouble(way) {
      for (const [id, one] of asked) {
        if (one.via !== way) continue;
        one.stop();
        one.stop = world.later(backoff(world.random(), one.sends), () => send(id, one));
      }
    },
    lost(way) {
      for (const [id, one] of asked) {
        if (one.via === way) one.stop();
        if (one.bound === way) settle(id, one);
      }
    },
    close() {
      closed = true;
      for (const [id, one] of asked) settle(id, one);
    },
  };
}
