import { ApiGatewayManagementApiClient, PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import type { Sent, Sockets } from '../ports/sockets.ts';
import type { Metrics } from './metrics.ts';

/** Requests at once; more were slower. */
const IN_FLIGHT = 50;
/** Posts may hang (aws/aws-sdk-js-v3#6896), ms. */
const POST_MS = 1500;
/** Then the next sync repairs, ms. */
const PATIENCE_MS = 3000;
const FIRST_PAUSE_MS = 50;

type PostResult = 'sent' | 'gone' | 'undelivered';

function semaphore(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = most;
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

function statusOf(error: unknown): unknown {
  if (!(error instanceof Error && '$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  return typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined;
}

/** Of the network; Node's codes. */
const NETWORK = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Throttled, their fault, our time-out, or a broken connection. */
function isTransient(error: unknown, status: unknown): boolean {
  if (typeof status === 'number' && (status === 429 || status >= 500)) return true;
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return true;
  return 'code' in error && typeof error.code === 'string' && NETWORK.has(error.code);
}

interface ManagementApiOptions {
  now: () => number;
  later: (ms: number, run: () => void) => () => void;
  random?: () => number;
  metrics: Metrics;
}

/** @param endpoint `https://…/socket` */
export function managementApiSockets(
  endpoint: string,
  { now, later, random = Math.random, metrics }: ManagementApiOptions,
): Sockets {
  const client = new ApiGatewayManagementApiClient({
    endpoint,
    // Retried here, where the deadline is known.
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1000,
      httpsAgent: { maxSockets: IN_FLIGHT, keepAlive: true },
    },
  });

  // One try each: retries queue behind first tries.
  const inTurn = semaphore(IN_FLIGHT);

  async function send(connection: string, data: Uint8Array): Promise<void> {
    const abort = new AbortController();
    const cancel = later(POST_MS, () => abort.abort());
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId: connection, Data: data }), { abortSignal: abort.signal });
    } finally {
      cancel();
    }
  }

  async function post(connection: string, data: Uint8Array, until: number): Promise<PostResult> {
    for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
      try {
        return await inTurn(async () => {
          // Everybody is tried once.
          if (pause > FIRST_PAUSE_MS && now() >= until) return 'undelivered';
          await send(connection, data);
          return 'sent';
        });
      } catch (error) {
        const status = statusOf(error);
        // 410: closed. 400: never existed.
        if (status === 410 || status === 400) return 'gone';
        // Rights, credentials, a frame that is too large, a bug of ours.
        if (!isTransient(error, status)) throw error;
        const wait = random() * pause;
        if (now() + wait >= until) return 'undelivered';
        await new Promise<void>((resolve) => later(wait, resolve));
      }
    }
  }

  /** Throws a fault after sending the others. */
  async function each(posts: readonly { connection: string; data: Uint8Array }[], until = now() + PATIENCE_MS): Promise<Sent> {
    const fates = await Promise.allSettled(posts.map(({ connection, data }) => post(connection, data, until)));
    const came = (fate: PostResult) =>
      posts.filter((_, i) => {
        const one = fates[i];
        return one?.status === 'fulfilled' && one.value === fate;
      });
    const sent: Sent = { gone: came('gone').map(({ connection }) => connection), undelivered: came('undelivered').length };
    metrics.add('Posts', posts.length);
    if (sent.gone.length) metrics.add('PostsGone', sent.gone.length);
    if (sent.undelivered) metrics.add('PostsMissed', sent.undelivered);
    const fault = fates.find((one) => one.status === 'rejected');
    if (fault) throw fault.reason;
    return sent;
  }

  return {
    sendAll(connections, frame, until) {
      const data = new TextEncoder().encode(frame);
      return each(
        connections.map((connection) => ({ connection, data })),
        until,
      );
    },
    send: (posts, until) =>
      each(
        posts.map(({ connection, frame }) => ({ connection, data: new TextEncoder().encode(frame) })),
        until,
      ),
  };
}
