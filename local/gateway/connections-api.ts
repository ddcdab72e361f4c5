// The `@connections` HTTP API, through which functions on AWS send: here for the real SDK client, and only when asked for.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isId } from './event.ts';
import type { Gateway } from './gateway.ts';

export interface ConnectionsApi {
  /** What the SDK client takes as its `endpoint`. */
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the API on 127.0.0.1, for programs on this machine alone; port 0 picks a free one.
 * Rejects if the port is taken.
 */
export async function serveConnectionsApi(gateway: Gateway, { port }: { port: number }): Promise<ConnectionsApi> {
  const server = createServer(connectionsApi(gateway));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${gateway.stage}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The SDK keeps its connections alive, and they would keep the server open.
        server.closeAllConnections();
      }),
  };
}

/** Answers `POST`, `GET` and `DELETE` of `/{stage}/@connections/{id}`, and 403 to everything else. */
export function connectionsApi(gateway: Gateway): (req: IncomingMessage, res: ServerResponse) => void {
  // The one thing that throws is a caller who hangs up in the middle of a body.
  return (req, res) => void handle(gateway, req, res).catch(() => res.destroy());
}

async function handle(gateway: Gateway, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const id = idIn(req.url ?? '', gateway.stage);
  // AWS verifies the signature. We only want one to be there: a web page cannot send it unasked, nor a client forget it
  // unnoticed.
  const isSigned = req.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ');
  if (id === undefined || !isSigned) return refuse(res, FORBIDDEN);
  if (!isId(id)) return refuse(res, { status: 400, type: 'BadRequestException', message: `Invalid connectionId: ${id}` });
  switch (req.method) {
    case 'POST':
      return post(gateway, id, req, res);
    case 'GET':
      return get(gateway, id, res);
    case 'DELETE':
      return gateway.disconnect(id) ? void res.writeHead(204).end() : refuse(res, GONE);
    default:
      return refuse(res, FORBIDDEN);
  }
}

async function post(gateway: Gateway, id: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const body = await read(req, gateway.limits.messageBytes);
  // Any content type becomes a text frame, and a text frame is UTF-8: decoding mends what is not, which would close the client's
  // socket.
  const posted = body ? gateway.post(id, body.toString()) : 'too large';
  if (posted === 'sent') res.writeHead(200).end();
  else refuse(res, REFUSALS[posted]);
}

function get(gateway: Gateway, id: string, res: ServerResponse): void {
  const found = gateway.get(id);
  if (!found) {
    refuse(res, GONE);
    return;
  }
  const { connectedAt, identity, lastActiveAt } = found;
  const body = { connectedAt: new Date(connectedAt), identity, lastActiveAt: new Date(lastActiveAt) };
  res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

interface Refusal {
  status: number;
  /** What the SDK makes its exception's class from. */
  type: string;
  message?: string;
}

const FORBIDDEN: Refusal = { status: 403, type: 'ForbiddenException', message: 'Forbidden' };
// A captured 410 has no body at all.
const GONE: Refusal = { status: 410, type: 'GoneException' };
// The wording of these two is not documented.
const TOO_LARGE: Refusal = { status: 413, type: 'PayloadTooLargeException', message: 'Payload too large' };
const SLOW: Refusal = { status: 429, type: 'LimitExceededException', message: 'Limit exceeded' };
const REFUSALS = { gone: GONE, 'too large': TOO_LARGE, slow: SLOW };

function refuse(res: ServerResponse, { status, type, message }: Refusal): void {
  res.writeHead(status, { 'x-amzn-ErrorType': type, ...(message !== undefined && { 'Content-Type': 'application/json' }) });
  res.end(message === undefined ? undefined : JSON.stringify({ message }));
}

/** The decoded id of `/{stage}/@connections/{id}`, as it stands if it cannot be decoded; undefined for any other path. */
function idIn(url: string, stage: string): string | undefined {
  const [, first, second, id, ...more] = url.split('?', 1)[0]!.split('/').map(decoded);
  return first === stage && second === '@connections' && id && more.length === 0 ? id : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * The body, or undefined if it is over `limit` bytes; the rest is read and thrown away, since a client reads the answer only
 * then.
 */
async function read(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
