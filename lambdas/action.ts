// What an action is, and how one frame becomes one reply.

import { type Frame, type Meant, parseMessage, type Schemas } from '../game/messages.ts';
import { isRefusal, REFUSALS, type Refusal, type RefusalCode } from '../game/refusals.ts';
import type { SocketEvent, SocketReply } from './event.ts';
import type { Connection, Ports } from './ports.ts';

/** Who speaks and when the gateway heard them (epoch ms): the fair time of an answer. */
export interface Caller extends Connection {
  at: number;
}

/** One client message's work: a frame to reply with, or a refusal. Throws only on faults of ours. */
export type Does<P extends Ports, M> = (ports: P, message: M, caller: Caller) => Promise<Frame | Refusal>;

export const refused = (code: RefusalCode, suggestion?: string): Frame => ({
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
 * A handler for the messages of a table: a broken frame, an unknown action and a refusal are each answered with a frame; a fault is
 * thrown and becomes the gateway's error frame, upon which clients say it again.
 */
export function dispatch<P extends Ports, S extends Schemas>(
  ports: P,
  schemas: S,
  table: { [A in keyof S]: Does<P, Meant<S[A]>> },
): (event: SocketEvent) => Promise<SocketReply> {
  const reply = async (event: SocketEvent): Promise<Frame> => {
    const { connectionId: connection, connectedAt, requestTimeEpoch: at } = event.requestContext;
    const json = parseJson(event.body);
    const re = typeof json?.id === 'string' ? json.id.slice(0, 40) : undefined;
    const stamped = (frame: Frame): Frame => ({ ...frame, re, t1: at, t2: ports.now() });
    if (!json) return stamped(refused('badFrame'));
    const action = json.action;
    if (typeof action !== 'string' || !Object.hasOwn(table, action)) return stamped(refused('unknownAction'));
    const message = parseMessage(schemas, action, json);
    if (!message) return stamped(refused('badFrame'));
    const done = await table[action as keyof S](ports, message, { connection, connectedAt, at });
    const frame = isRefusal(done) ? refused(done.refused, done.suggestion) : done;
    ports.heard?.(action, frame);
    return stamped(frame);
  };
  return async (event) => ({ statusCode: 200, body: JSON.stringify(await reply(event)) });
}
