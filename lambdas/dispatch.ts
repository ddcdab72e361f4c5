import { isRefusal, REFUSALS, type RefusalCode, type Result } from '../game/refusals.ts';
import { type MessageOf, parseMessage, type Schemas } from '../game/wire/client-messages.ts';
import { type Frame, PROTOCOL } from '../game/wire/server-frames.ts';
import type { SocketEvent, SocketReply } from './api-gateway-event.ts';
import type { Ports } from './ports/ports.ts';
import type { Speaker } from './ports/sockets.ts';
import { frameText } from './room/frame-text.ts';

/** `at`: received by the gateway, epoch ms. */
export interface Caller extends Speaker {
  at: number;
}

/** Replies with a frame or a refusal; throws on our own faults. */
export type ActionHandler<P extends Ports, M> = (ports: P, message: M, caller: Caller) => Promise<Result<Frame>>;

export const refusalFrame = (code: RefusalCode, suggestion?: string): Frame => ({
  type: 'refused',
  code,
  text: REFUSALS[code],
  suggestion,
});

function parseJson(body: string | undefined): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(body ?? '');
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Dispatches messages to handlers. Faults propagate: the gateway sends its
 * error frame, and clients retry.
 */
export function dispatch<P extends Ports, S extends Schemas>(
  ports: P,
  schemas: S,
  table: { [A in keyof S]: ActionHandler<P, MessageOf<S[A]>> },
): (event: SocketEvent) => Promise<SocketReply> {
  const reply = async (event: SocketEvent): Promise<Frame> => {
    const { connectionId: connection, connectedAt, requestTimeEpoch: at } = event.requestContext;
    const json = parseJson(event.body);
    const re = typeof json?.id === 'string' ? json.id.slice(0, 40) : undefined;
    const stamped = (frame: Frame): Frame => ({ ...frame, re, v: PROTOCOL, t1: at, t2: ports.now() });
    if (!json) return stamped(refusalFrame('badFrame'));
    const action = json.action;
    if (typeof action !== 'string' || !Object.hasOwn(table, action)) return stamped(refusalFrame('unknownAction'));
    const message = parseMessage(schemas, action, json);
    if (!message) return stamped(refusalFrame('badFrame'));
    const done = await table[action as keyof S](ports, message, { connection, connectedAt, at });
    const frame = isRefusal(done) ? refusalFrame(done.refused, done.suggestion) : done;
    ports.onReply?.(action, frame);
    return stamped(frame);
  };
  return async (event) => ({ statusCode: 200, body: frameText(await reply(event)) });
}
