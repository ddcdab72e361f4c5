// Sockets on API Gateway's Management API: one https request for each phone, and no failure stops the rest.
import { ApiGatewayManagementApiClient, PostToConnectionCommand } from '@aws-sdk/client-apigatewaymanagementapi';
import type { Sent, Sockets } from '../ports/sockets.ts';
import type { Metrics } from './metrics.ts';

/** Requests under way at once, over all that one instance says: more were slower, measured on one core. */
const IN_FLIGHT = 50;
/** A post may hang for ever (aws/aws-sdk-js-v3#6896); one that works takes some tens of milliseconds. */
const POST_MS = 1500;
/** Posts that were refused for the moment are made again for so long: what comes later still is brought by the next sync. */
const PATIENCE_MS = 3000;
const FIRST_PAUSE_MS = 50;

type PostResult = 'sent' | 'gone' | 'undelivered';

/** Lets so many works run at once; the others wait in the order in which they came. */
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

export interface ManagementApiOptions {
  now: () => number;
  /** Runs once after so many ms; returns how to cancel it. */
  later: (ms: number, run: () => void) => () => void;
  random?: () => number;
  metrics: Metrics;
}

/**
 * @param endpoint the stage's `https://…/socket`
 * @param options.random for the jitter, 0 to 1
 */
export function managementApiSockets(
  endpoint: string,
  { now, later, random = Math.random, metrics }: ManagementApiOptions,
): Sockets {
  const client = new ApiGatewayManagementApiClient({
    endpoint,
    // Whether to say it again is decided here, where it is known how long it is worth it.
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1000,
      httpsAgent: { maxSockets: IN_FLIGHT, keepAlive: true },
    },
  });

  // A place is held for one try, not through the pauses: whoever is tried again queues behind those who have not been tried yet.
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
          // Everybody is tried once, however late it is.
          if (pause > FIRST_PAUSE_MS && now() >= until) return 'undelivered';
          await send(connection, data);
          return 'sent';
        });
      } catch (error) {
        const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
        // 410: the connection is no more. 400: it never was one.
        if (status === 410 || status === 400) return 'gone';
        // 403 and 413 are faults of ours, which no patience mends.
        if (status === 403 || status === 413) throw error;
        const wait = random() * pause;
        if (now() + wait >= until) return 'undelivered';
        await new Promise<void>((resolve) => later(wait, resolve));
      }
    }
  }

  /** All of them; a fault is thrown when the others are through. */
  async function each(posts: readonly { connection: string; data: Uint8Array }[], until = now() + PATIENCE_MS): Promise<Sent> {
    const fates = await Promise.allSettled(posts.map(({ connection, data }) => post(connection, data, until)));
    const came = (fate: PostResult) => posts.filter((_, i) => (fates[i] as { value?: PostResult }).value === fate);
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
      // Made into bytes once, however many there are.
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
