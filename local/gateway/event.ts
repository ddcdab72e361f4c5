// Keys as captured. Built afresh: handlers never share events.
import { randomBytes, randomFillSync } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { socketAddress } from './client-address.ts';

export interface Peer {
  connectionId: string;
  /** Upgrade received, epoch ms. */
  connectedAt: number;
  stage: string;
  /** With port. */
  domainName: string;
  identity: { userAgent?: string; sourceIp: string };
}

export interface Closure {
  code: number;
  reason: string;
}

/** 11 random bytes as 15 base64url characters and `=` (`%3D` in a path). */
function newId(): string {
  // In bulk: each message takes two ids.
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += ID_BYTES;
  return `${pool.toString('base64url', taken - ID_BYTES, taken)}=`;
}

const ID_BYTES = 11;
const pool = Buffer.alloc(100 * ID_BYTES);
let taken = pool.length;

/** Malformed ids get 400, unknown ones 410. */
export function isId(text: string): boolean {
  return /^[\w-]{15}=$/.test(text);
}

export function newPeer(req: IncomingMessage, stage: string, at: number, sourceIp: string): Peer {
  const userAgent = req.headers['user-agent'];
  return {
    connectionId: newId(),
    connectedAt: at,
    stage,
    domainName: req.headers.host ?? '',
    identity: { ...(userAgent !== undefined && { userAgent }), sourceIp },
  };
}

export function connectEvent(peer: Peer, req: IncomingMessage, at: number) {
  const headers = byName(headersSeen(req));
  const query = byName([...new URLSearchParams(req.url?.split('?', 2)[1])]);
  return {
    headers: headers.last,
    multiValueHeaders: headers.all,
    ...(Object.keys(query.all).length > 0 && { queryStringParameters: query.last, multiValueQueryStringParameters: query.all }),
    requestContext: { routeKey: '$connect', eventType: 'CONNECT' as const, ...context(peer, at) },
    isBase64Encoded: false,
  };
}

/** @param at received, epoch ms */
export function messageEvent(peer: Peer, routeKey: string, body: string, at: number) {
  return {
    requestContext: { routeKey, messageId: newId(), eventType: 'MESSAGE' as const, ...context(peer, at) },
    body,
    isBase64Encoded: false,
  };
}

export function disconnectEvent(peer: Peer, { code, reason }: Closure, at: number) {
  const headers = byName([
    ['Host', peer.domainName],
    ['x-api-key', ''],
    ['X-Forwarded-For', ''],
    ['x-restapi', ''],
  ]);
  return {
    headers: headers.last,
    multiValueHeaders: headers.all,
    requestContext: {
      routeKey: '$disconnect',
      disconnectStatusCode: code,
      eventType: 'DISCONNECT' as const,
      disconnectReason: reason,
      ...context(peer, at),
    },
    isBase64Encoded: false,
  };
}

function context({ connectionId, connectedAt, stage, domainName, identity }: Peer, at: number) {
  const requestId = newId();
  return {
    extendedRequestId: requestId,
    requestTime: requestTime(at),
    messageDirection: 'IN',
    stage,
    connectedAt,
    requestTimeEpoch: at,
    identity: { ...identity },
    requestId,
    domainName,
    connectionId,
    apiId: 'local',
  };
}

// Never taken from the client.
const PROXY_HEADERS = new Set([
  'connection',
  'upgrade',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

function headersSeen(req: IncomingMessage): [string, string][] {
  const sent = req.rawHeaders;
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < sent.length; i += 2) {
    const [name = '', value = ''] = sent.slice(i, i + 2);
    if (!PROXY_HEADERS.has(name.toLowerCase())) pairs.push([name, value]);
  }
  const forwarded = req.headers['x-forwarded-for'];
  const root = randomBytes(16).toString('hex');
  pairs.push(
    ['X-Amzn-Trace-Id', `Root=1-${root.slice(0, 8)}-${root.slice(8)}`],
    ['X-Forwarded-For', forwarded === undefined ? socketAddress(req) : `${forwarded}, ${socketAddress(req)}`],
    ['X-Forwarded-Port', String(req.socket.localPort ?? '')],
    ['X-Forwarded-Proto', 'encrypted' in req.socket && req.socket.encrypted ? 'https' : 'http'],
  );
  return pairs;
}

function byName(pairs: [string, string][]) {
  const all = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = all.get(name);
    if (values) values.push(value);
    else all.set(name, [value]);
  }
  // `fromEntries` treats `__proto__` as any name.
  return { last: Object.fromEntries(pairs), all: Object.fromEntries(all) };
}

/** `16/Mar/2025:00:46:22 +0000`, made once per second. */
function requestTime(at: number): string {
  const second = Math.floor(at / 1000);
  if (second !== written.second) written = { second, text: timeText(at) };
  return written.text;
}
let written = { second: -1, text: '' };

function timeText(at: number): string {
  const utc = new Date(at).toUTCString();
  return `${utc.slice(5, 7)}/${utc.slice(8, 11)}/${utc.slice(12, 16)}:${utc.slice(17, 25)} +0000`;
}
