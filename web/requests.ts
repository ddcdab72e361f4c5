// What has been asked and not yet answered: said again, under the same id, for as long as that takes.
import type { Action, Frame, Messages } from '../game/messages.ts';
import { backoff } from './backoff.ts';
import type { Sample } from './clock.ts';
import { type Instant, token, type World } from './world.ts';

/** How long a reply may take; twice as long after each silence, since a server in trouble is not helped by haste. */
const PATIENCE_MS = 4000;
const MOST_PATIENCE_MS = 16_000;

export interface Manner {
  /** A shorter wait for the first reply, ms: when the line is doubtful, or time is short. */
  patience?: number;
  /** Silence upon the first sending is no reason yet for giving up the line. */
  gentle?: boolean;
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
  /** Gives it up. */
  lose(): void;
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

/** @param current the way for whatever is not bound, if there is one */
export function createRequests(world: World, current: () => Way | undefined, sampled: (sample: Sample) => void): Requests {
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
    one.sends++;
    const patience = one.sends === 1 ? Math.min(usual, one.manner.patience ?? usual) : usual;
    one.stop = world.later(patience, () => unanswered(id, one, via));
    one.sent = world.instant();
    via.socket.send(one.text);
  }

  function unanswered(id: string, one: Asked, via: Way) {
    // Something has come since: the way is good, and only the request or its reply was lost. Otherwise the way is dead.
    if (via.heardAt > one.sent!.ticks || (one.manner.gentle && one.sends === 1)) return send(id, one);
    silences++;
    via.lose();
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
