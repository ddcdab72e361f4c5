// Pending requests, repeated under the same id until answered.
import type { Action, Messages } from '../../game/wire/client-messages.ts';
import type { Frame } from '../../game/wire/server-frames.ts';
import { type BrowserEnvironment, type Instant, token } from '../browser/environment.ts';
import type { Sample } from '../clock/clock.ts';
import { backoff } from './backoff.ts';

/** Doubled after each silence, ms. */
const TIMEOUT_MS = 4000;
const MAX_TIMEOUT_MS = 16_000;

export interface RequestOptions {
  /** For the first reply, ms. */
  timeoutMs?: number;
  /** A first time-out does not drop the connection. */
  keepConnection?: boolean;
  /** Checked before each attempt; false gives up. */
  isWanted?: () => boolean;
}

/** Resolves with nothing when given up or closed. */
export type Request = <A extends Action>(
  action: A,
  fields: Omit<Messages[A], 'id'>,
  manner?: RequestOptions,
) => Promise<Frame | undefined>;

export interface Transport {
  socket: Pick<WebSocket, 'send'>;
  /** Monotonic ms. */
  lastFrameAt: number;
  lost: boolean;
  lose(): void;
}

interface PendingRequest {
  text: string;
  options: RequestOptions;
  /** Sent on this transport only. */
  bound: Transport | undefined;
  via?: Transport;
  sends: number;
  sent?: Instant;
  stop(): void;
  settle(frame?: Frame): void;
}

export interface Requests {
  /** @param bound the only transport it makes sense on */
  requester(bound?: Transport): Request;
  sendAll(): void;
  /** Settles the request that this frame answers, if one is pending. */
  matchReply(frame: Frame, received: Instant): (() => void) | undefined;
  /** An error frame, which names no request. */
  onGatewayError(way: Transport): void;
  onTransportLost(way: Transport): void;
  close(): void;
}

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
    // The transport is alive: only the request or its reply was lost.
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
      // Ambiguous after a retry (Karn's algorithm): no clock sample.
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
