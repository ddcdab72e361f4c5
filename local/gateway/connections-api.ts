// For tests with the real SDK.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isId } from './event.ts';
import type { Gateway } from './gateway.ts';
import { listeningPort } from './listening-port.ts';

interface ConnectionsApi {
  url: string;
  close(): Promise<void>;
}

/** Port 0 picks a free one. @throws when it is taken */
export async function serveConnectionsApi(gateway: Gateway, { port }: { port: number }): Promise<ConnectionsApi> {
  const server = createServer(connectionsApi(gateway));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${listeningPort(server)}/${gateway.stage}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // The SDK keeps its connections alive.
        server.closeAllConnections();
      }),
  };
}

/** `/{stage}/@connections/{id}`; else 403. */
export function connectionsApi(gateway: Gateway): (req: IncomingMessage, res: ServerResponse) => void {
  // The caller may hang up inside a body.
  return (req, res) => void handle(gateway, req, res).catch(() => res.destroy());
}

async function handle(gateway: Gateway, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const id = idIn(req.url ?? '', gateway.stage);
  // Required, not verified: a web page cannot send it unasked.
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
  // Decoding mends invalid UTF-8, which would close the client's socket.
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
  type: string;
  message?: string;
}

const FORBIDDEN: Refusal = { status: 403, type: 'ForbiddenException', message: 'Forbidden' };
const GONE: Refusal = { status: 410, type: 'GoneException' };
const TOO_LARGE: Refusal = { status: 413, type: 'PayloadTooLargeException', message: 'Payload too large' };
const SLOW: Refusal = { status: 429, type: 'LimitExceededException', message: 'Limit exceeded' };
const REFUSALS = { gone: GONE, 'too large': TOO_LARGE, slow: SLOW };

function refuse(res: ServerResponse, { status, type, message }: Refusal): void {
  res.writeHead(status, { 'x-amzn-ErrorType': type, ...(message !== undefined && { 'Content-Type': 'application/json' }) });
  res.end(message === undefined ? undefined : JSON.stringify({ message }));
}

function idIn(url: string, stage: string): string | undefined {
  const [path = ''] = url.split('?', 1);
  const [, first, second, id, ...more] = path.split('/').map(decoded);
  return first === stage && second === '@connections' && id && more.length === 0 ? id : undefined;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Undefined over `limit` bytes; clients reply only once drained. */
async function read(req: IncomingMessage, limit: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = req;
  for await (const chunk of body) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  return size <= limit ? Buffer.concat(chunks) : undefined;
}
