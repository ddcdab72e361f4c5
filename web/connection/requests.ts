// What has been asked and not yet answered: said again, under the same id, for as long as that takes.
import type { Action, Messages } from '../../game/wire/client-messages.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { type BrowserEnvironment, type Instant, token } from '../browser/environment.ts';
import type { Sample } from '../clock/clock.ts';
import { backoff } from './backoff.ts';

/** How long a reply may take; twice as long after each silence, since a server in trouble is not helped by haste. */
const TIMEOUT_MS = 4000;
const MAX_TIMEOUT_MS = 16_000;

export interface RequestOptions {
  /** A shorter wait for the first reply, ms: when the line is doubtful, or time is short. */
  timeoutMs?: number;
  /** Silence upon the first sending is no reason yet for giving up the line. */
  keepConnection?: boolean;
  /** Asked before each sending: false gives the request up. */
  isWanted?: () => boolean;
}

/** Resolves with the reply, or with nothing when there will be none: given up, or the link was closed. */
export type Request = <A extends Action>(
  action: A,
  fields: Omit<Messages[A], 'id'>,
  manner?: RequestOptions,
) => Promise<Frame | undefined>;

/** A way to the server, as long as it lasts. */
export interface Transport {
  socket: Pick<WebSocket, 'send'>;
  /** The tick at which something last came by it. */
  lastFrameAt: number;
  lost: boolean;
  /** Gives it up. */
  lose(): void;
}

interface PendingRequest {
  text: string;
  options: RequestOptions;
  /** Said by this way only, and given up with it. */
  bound: Transport | undefined;
  via?: Transport;
  sends: number;
  sent?: Instant;
  stop(): void;
  settle(frame?: Frame): void;
}

export interface Requests {
  /** @param bound for what makes sense by one way only; everything else goes by the current way */
  requester(bound?: Transport): Request;
  /** Says (again) everything that is not bound, by the current way. */
  sendAll(): void;
  /** The frame answers something: notes it and returns how to tell whoever asked, or nothing if nobody waits for it. */
  matchReply(frame: Frame, received: Instant): (() => void) | undefined;
  /** A trouble came by this way that does not say which request it is about. */
  onGatewayError(way: Transport): void;
  onTransportLost(way: Transport): void;
  close(): void;
}

/** @param current the way for whatever is not bound, if there is one */
export function createRequests(
  environment: BrowserEnvironment,
  current: () => Transport | undefined,
  sampled: (sample: Sample) => void,
): Requests {
  const asked = new Map<string, PendingRequest>();
  let closed = false;
  let silences = 0;

  function settle(id: string, one: PendingRequest, frame?: Frame) {
    one.stop();
    asked.delete(id);
    one.settle(frame);
  }

  function send(id: string, one: PendingRequest) {
    one.stop();
    if (one.options.isWanted?.() === false) return settle(id, one);
    const via = one.bound ?? current();
    if (!via) return;
    const usual = Math.min(MAX_TIMEOUT_MS, TIMEOUT_MS * 2 ** silences) * (0.75 + environment.random() / 2);
    one.via = via;
    one.sends++;
    const patience = one.sends === 1 ? Math.min(usual, one.options.timeoutMs ?? usual) : usual;
    one.stop = environment.later(patience, () => unanswered(id, one, via));
    one.sent = environment.instant();
    via.socket.send(one.text);
  }

  function unanswered(id: string, one: PendingRequest, via: Transport) {
    // Something has come since: the way is good, and only the request or its reply was lost. Otherwise the way is dead.
    if (via.lastFrameAt > one.sent!.monotonicMs || (one.options.keepConnection && one.sends === 1)) return send(id, one);
    silences++;
    via.lose();
  }

  return {
    requester:
      (bound) =>
      (action, fields, manner = {}) =>
        new Promise((resolve) => {
          if (closed || bound?.lost) return resolve(undefined);
          const id = token(environment);
          const text = JSON.stringify({ action, id, ...fields });
          const one: PendingRequest = { text, options: manner, bound, sends: 0, stop() {}, settle: resolve };
          asked.set(id, one);
          send(id, one);
        }),
    sendAll() {
      for (const [id, one] of asked) if (!one.bound) send(id, one);
    },
    matchReply(frame, received) {
      const id = frame.re!;
      const one = asked.get(id);
      if (!one) return undefined;
      silences = 0;
      // Of a request that was sent twice, nobody knows which one this answers.
      if (one.sends === 1 && frame.t1 !== undefined && frame.t2 !== undefined)
        sampled({ sent: one.sent!, received, t1: frame.t1, t2: frame.t2 });
      return () => settle(id, one, frame);
    },
    onGatewayError(way) {
      for (const [id, one] of asked) {
        if (one.via !== way) continue;
        one.stop();
        one.stop = environment.later(backoff(environment.random(), one.sends), () => send(id, one));
      }
    },
    onTransportLost(way) {
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
