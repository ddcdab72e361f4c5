import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Ports } from '../ports/ports.ts';
import { dynamoStore } from './dynamodb/store.ts';

const now = Date.now;

async function hash(text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Slow requests are retried: every write may repeat. */
const table = (name: string) =>
  dynamoStore(
    new DynamoDBClient({
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1000, requestTimeout: 1000, throwOnRequestTimeout: true },
    }),
    name,
    now,
  );

export const runtimePorts = (tableName: string): Ports => ({
  store: table(tableName),
  now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  hash,
});

export function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
