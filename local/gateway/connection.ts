import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Closure, Peer } from './event.ts';
import { limitFrames } from './frame-limit.ts';
import type { GatewayLimits } from './limits.ts';
import type { PendingBytes } from './pending-bytes.ts';
import { sendText } from './text-frame.ts';

/** Who does not answer the close frame holds up nobody. */
export const STOPPING_MS = 500;

const TOO_MUCH = 1008;

/** `sent`: on its way, not read. */
export type PostResult = 'sent' | 'gone' | 'slow' | 'too large';

export interface GatewayConnection {
  peer: Peer;
  socket: WebSocket;
  wire: Duplex;
  pending: PendingBytes;
  /** Either way, epoch ms. */
  lastActiveAt: number;
  /** The echoed code says less. */
  closure?: Closure;
}

/** API Gateway's words. `lost`: no closing handshake. */
export const CLOSURE = {
  goingAway: { code: 1001, reason: 'Going away' },
  deleted: { code: 1000, reason: 'Connection Closed Normally' },
  binary: { code: 1003, reason: '' },
  noStatus: { code: 1005, reason: 'Client-side close frame status not set' },
  lost: { code: 1006, reason: '' },
} satisfies Record<string, Closure>;

export function newGatewayConnection(
  socket: WebSocket,
  wire: Duplex,
  peer: Peer,
  limits: GatewayLimits,
  pending: PendingBytes,
): GatewayConnection {
  const connection: GatewayConnection = { peer, socket, wire, pending, lastActiveAt: peer.connectedAt };
  limitFrames(socket, limits.frameBytes, pending.add);
  // ws closes the socket itself.
  socket.on('error', (error: NodeJS.ErrnoException) => {
    const code = protocolErrorCode(error.code);
    if (code !== undefined) connection.closure ??= { code, reason: '' };
    // What it has sent would still be read and held.
    if (code === TOO_MUCH) socket.terminate();
  });
  return connection;
}

export function isOpen(connection: GatewayConnection | undefined): connection is GatewayConnection {
  return connection?.socket.readyState === WebSocket.OPEN;
}

export function send(connection: GatewayConnection, data: string | Buffer, limits: GatewayLimits, at: number): PostResult {
  if (!isOpen(connection)) return 'gone';
  const bytes = Buffer.byteLength(data);
  if (bytes > limits.messageBytes) return 'too large';
  // A stopped reader would be buffered for two hours.
  if (connection.socket.bufferedAmount > limits.backlogBytes) return 'slow';
  connection.lastActiveAt = at;
  sendText(connection, data, bytes);
  return 'sent';
}

export function closeConnection(connection: GatewayConnection, closure: Closure, patienceMs?: number): void {
  if (!isOpen(connection)) return;
  connection.closure = closure;
  connection.socket.close(closure.code, closure.reason);
  if (patienceMs !== undefined) setTimeout(() => connection.socket.terminate(), patienceMs).unref();
}

export function closureOf({ closure }: GatewayConnection, code: number, reason: Buffer): Closure {
  return closure ?? (code === CLOSURE.noStatus.code ? CLOSURE.noStatus : { code, reason: reason.toString() });
}

/** Undefined for network errors. */
function protocolErrorCode(error: string | undefined): number | undefined {
  switch (error) {
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
    case 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH':
      return 1009;
    case 'WS_ERR_TOO_MANY_BUFFERED_PARTS':
      return TOO_MUCH;
    case 'WS_ERR_INVALID_UTF8':
      return 1007;
    default:
      return error?.startsWith('WS_ERR_') ? 1002 : undefined;
  }
}
