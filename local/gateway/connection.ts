// One open WebSocket behind the gateway: what may be sent to it, and why it ended.
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Closure, Peer } from './event.ts';
import { limitFrames } from './frame-limit.ts';
import type { GatewayLimits } from './limits.ts';
import { sendText } from './text-frame.ts';

/** `sent` means on its way, as on AWS: not that the client has read it. */
export type PostResult = 'sent' | 'gone' | 'slow' | 'too large';

export interface GatewayConnection {
  peer: Peer;
  socket: WebSocket;
  /** What the socket's frames travel on. */
  wire: Duplex;
  /** The last message in either direction, epoch ms. */
  lastActiveAt: number;
  /** Set when the closing is ours, and reported then: the code that comes back in the closing handshake is only an echo. */
  closure?: Closure;
}

/** The closings of which API Gateway knows more than the other end says. `lost` had no closing handshake. */
export const CLOSURE = {
  goingAway: { code: 1001, reason: 'Going away' },
  deleted: { code: 1000, reason: 'Connection Closed Normally' },
  binary: { code: 1003, reason: '' },
  noStatus: { code: 1005, reason: 'Client-side close frame status not set' },
  lost: { code: 1006, reason: '' },
} satisfies Record<string, Closure>;

export function newGatewayConnection(socket: WebSocket, wire: Duplex, peer: Peer, limits: GatewayLimits): GatewayConnection {
  const connection: GatewayConnection = { peer, socket, wire, lastActiveAt: peer.connectedAt };
  limitFrames(socket, limits.frameBytes);
  // `ws` is closing the socket already. What is left to do is to know why, and not to crash for want of a listener.
  socket.on('error', (error: NodeJS.ErrnoException) => {
    const code = protocolErrorCode(error.code);
    if (code !== undefined) connection.closure ??= { code, reason: '' };
  });
  return connection;
}

export function isOpen(connection: GatewayConnection | undefined): connection is GatewayConnection {
  return connection?.socket.readyState === WebSocket.OPEN;
}

/** Sends one text message at `at` (epoch ms), or says why not. */
export function send(connection: GatewayConnection, data: string | Buffer, limits: GatewayLimits, at: number): PostResult {
  if (!isOpen(connection)) return 'gone';
  const bytes = Buffer.byteLength(data);
  if (bytes > limits.messageBytes) return 'too large';
  // A reader that has stopped reading would otherwise be kept in memory, message by message, for two hours.
  if (connection.socket.bufferedAmount > limits.backlogBytes) return 'slow';
  connection.lastActiveAt = at;
  sendText(connection, data, bytes);
  return 'sent';
}

/** Begins the closing handshake; from here on the connection is gone for everyone. */
export function closeConnection(connection: GatewayConnection, closure: Closure): void {
  if (!isOpen(connection)) return;
  connection.closure = closure;
  connection.socket.close(closure.code, closure.reason);
}

/** How a closed connection ended, in API Gateway's words, given what `ws` says of it. */
export function closureOf({ closure }: GatewayConnection, code: number, reason: Buffer): Closure {
  return closure ?? (code === CLOSURE.noStatus.code ? CLOSURE.noStatus : { code, reason: reason.toString() });
}

/** The code with which `ws` closes a socket after the protocol error it emits; undefined for an error of the network. */
function protocolErrorCode(error: string | undefined): number | undefined {
  switch (error) {
    case 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH':
    case 'WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH':
      return 1009;
    case 'WS_ERR_TOO_MANY_BUFFERED_PARTS':
      return 1008;
    case 'WS_ERR_INVALID_UTF8':
      return 1007;
    default:
      return error?.startsWith('WS_ERR_') ? 1002 : undefined;
  }
}
