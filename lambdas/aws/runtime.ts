import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Ports } from '../ports/ports.ts';
import { inFlight } from './calls-in-flight.ts';
import { dynamoStore } from './dynamodb/store.ts';
import type { Metrics } from './metrics.ts';

const now = Date.now;

async function hash(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** DynamoDB's errors of a table that is asked for too much at once. */
const THROTTLED = new Set(['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded']);

/** Slow requests are retried: every write may repeat. Each throttled try counts. */
export function tableClient(metrics: Pick<Metrics, 'add'>, options: DynamoDBClientConfig = {}): DynamoDBClient {
  const client = new DynamoDBClient({
    maxAttempts: 4,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
    ...options,
  });
  client.middlewareStack.add(inFlight, { step: 'initialize', name: 'inFlight' });
  client.middlewareStack.add(
    (next) => (args) =>
      next(args).catch((error: Error) => {
        if (THROTTLED.has(error.name)) metrics.add('TableThrottles', 1);
        throw error;
      }),
    // Within the retries.
    { step: 'finalizeRequest', priority: 'low', name: 'countThrottles' },
  );
  return client;
}

export const runtimePorts = (tableName: string, metrics: Metrics, client = tableClient(metrics)): Ports => ({
  store: dynamoStore(client, tableName, now),
  now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  hash,
});

export function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
