// Waits until `$connect` has decided.
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Invocation } from './invoke.ts';
import type { GatewayLimits } from './limits.ts';

type ConnectDecision = { status: number } | { protocol?: string | undefined };

/** One is called once; `lost`: the client hung up. */
export type UpgradeDecision =
  | { status: number }
  | { protocol?: string | undefined; opened(socket: WebSocket, wire: Duplex): void; lost(): void };

export function decisionOf(outcome: Invocation): ConnectDecision {
  if ('failed' in outcome) return { status: outcome.failed === 'Internal server error' ? 502 : 504 };
  const { statusCode, headers } = outcome.reply;
  if (statusCode < 200 || statusCode > 599) return { status: 502 };
  if (statusCode > 299) return { status: statusCode };
  return { protocol: Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'sec-websocket-protocol')?.[1] };
}

export function createUpgrade(
  limits: GatewayLimits,
  judge: (req: IncomingMessage) => Promise<UpgradeDecision>,
  onFault: (error: unknown, requestId: string) => void,
) {
  const accepted = new Map<IncomingMessage, Exclude<UpgradeDecision, { status: number }>>();

  async function verify(
    req: IncomingMessage,
    answer: (accept: boolean, status?: number, message?: string) => void,
  ): Promise<void> {
    const verdict = await judge(req).catch((error) => {
      onFault(error, 'upgrade');
      return { status: 500 };
    });
    if ('status' in verdict) {
      // ws has no words for unusual ones, and throws.
      answer(false, verdict.status, STATUS_CODES[verdict.status] ?? 'Refused');
      return;
    }
    accepted.set(req, verdict);
    answer(true);
    if (accepted.delete(req)) verdict.lost();
  }

  const options = {
    noServer: true,
    clientTracking: false,
    // API Gateway does not document compression.
    perMessageDeflate: false,
    // ws would take the first one offered.
    handleProtocols: () => false as const,
    maxPayload: limits.messageBytes,
    closeTimeout: limits.closeMs,
    // The only asynchronous hook before the 101.
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
