// The opening handshake: an upgrade request waits, unanswered, until `$connect` has judged it.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Invocation } from './invoke.ts';
import type { GatewayLimits } from './limits.ts';

/**
 * A status to refuse the handshake with, or the acceptance; the subprotocol is the client's to ask for and `$connect`'s to name.
 */
export type ConnectDecision = { status: number } | { protocol?: string | undefined };

/** After an acceptance one of the two is called, once: `lost` if the client had hung up meanwhile. */
export type UpgradeDecision =
  | { status: number }
  | { protocol?: string | undefined; opened(socket: WebSocket, wire: Duplex): void; lost(): void };

/** What API Gateway makes of the outcome of `$connect`. Nothing else of the reply reaches a client: no body, no other header. */
export function decisionOf(outcome: Invocation): ConnectDecision {
  if ('failed' in outcome) return { status: outcome.failed === 'Internal server error' ? 502 : 504 };
  const { statusCode, headers } = outcome.reply;
  if (statusCode < 200 || statusCode > 599) return { status: 502 };
  if (statusCode > 299) return { status: statusCode };
  return { protocol: Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1] };
}

/**
 * A listener for an http server's `upgrade`, which opens the sockets that `judge` accepts; `judge` sees well-formed handshakes
 * only.
 */
export function createUpgrade(limits: GatewayLimits, judge: (req: IncomingMessage) => Promise<UpgradeDecision>) {
  const accepted = new Map<IncomingMessage, Exclude<UpgradeDecision, { status: number }>>();

  async function verify(req: IncomingMessage, answer: (accept: boolean, status?: number) => void): Promise<void> {
    const verdict = await judge(req);
    if ('status' in verdict) {
      answer(false, verdict.status);
      return;
    }
    accepted.set(req, verdict);
    // Opens the socket before it returns, unless the client is gone.
    answer(true);
    if (accepted.delete(req)) verdict.lost();
  }

  const options = {
    noServer: true,
    clientTracking: false,
    // Whether API Gateway would accept compression is not documented, so nothing here may rest on it.
    perMessageDeflate: false,
    // Left to itself, `ws` would take the first subprotocol that the client offers.
    handleProtocols: () => false as const,
    maxPayload: limits.messageBytes,
    closeTimeout: limits.closeMs,
    // The one hook of `ws` that comes before the 101 and may take its time.
    verifyClient: ({ req }: { req: IncomingMessage }, answer: Parameters<typeof verify>[1]) => void verify(req, answer),
  };
  const server = new WebSocketServer(options);
  server.on('headers', (headers, req) => {
    const protocol = accepted.get(req)?.protocol;
    if (protocol !== undefined) headers.push(`Sec-WebSocket-Protocol: ${protocol}`);
  });

  return (req: IncomingMessage, socket: Duplex, head: Buffer) =>
    server.handleUpgrade(req, socket, head, (opened) => {
      const verdict = accepted.get(req);
      accepted.delete(req);
      verdict?.opened(opened, socket);
    });
}
