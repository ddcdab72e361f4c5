// A DynamoDB to test on, as one function.
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { TABLE } from '../../lambdas/aws/dynamodb/table.ts';

/** Takes an operation; returns errors as answers, never throws. */
export type Call = (operation: string, body: Json) => Promise<Answered>;

// biome-ignore lint/suspicious/noExplicitAny: the wire's own JSON, of any operation
export type Json = Record<string, any>;

export interface Answered {
  status: number;
  body: Json;
  deliberate?: true;
}

export interface Engine {
  call: Call;
  close(): Promise<void>;
}

/** Creates the stack's table; resolves when active. */
export async function createTable(call: Call, name: string): Promise<void> {
  const made = await call('CreateTable', {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [TABLE.pk, TABLE.sk, TABLE.index.pk].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: [
      { AttributeName: TABLE.pk, KeyType: 'HASH' },
      { AttributeName: TABLE.sk, KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: TABLE.index.name,
        KeySchema: [{ AttributeName: TABLE.index.pk, KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  await whenActive(call, name);
}

export async function whenActive(call: Call, name: string): Promise<void> {
  for (;;) {
    const { body } = await call('DescribeTable', { TableName: name });
    if (body.Table?.TableStatus === 'ACTIVE') return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const CREDENTIALS = { region: 'us-east-1', credentials: { accessKeyId: 'any', secretAccessKey: 'any' } };

/** The SDK's own time-out error, which it retries. */
const timedOut = (ms: number) => Object.assign(new Error(`no reply within ${ms} ms`), { name: 'TimeoutError' });

function within<T>(ms: number, reply: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(timedOut(ms)), ms);
    reply.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * The real client, in process, without socket or signature.
 * @param options.timeoutMs reply time-out, ms
 */
export function clientOn(
  call: Call,
  { timeoutMs = 60_000, ...extra }: DynamoDBClientConfig & { timeoutMs?: number } = {},
): DynamoDBClient {
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    async handle({ headers, body }: { headers: Record<string, string>; body: Uint8Array }) {
      const [, operation] = headers['x-amz-target']!.split('.');
      const { status, body: answer } = await within(timeoutMs, call(operation!, JSON.parse(new TextDecoder().decode(body))));
      const response = {
        statusCode: status,
        headers: { 'content-type': 'application/x-amz-json-1.0' },
        body: Buffer.from(JSON.stringify(answer)),
      };
      return { response };
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  };
  return new DynamoDBClient({
    ...CREDENTIALS,
    endpoint: 'http://in.process',
    signer: { sign: async (request: unknown) => request } as never,
    requestHandler: requestHandler as never,
    maxAttempts: 1,
    ...extra,
  });
}

export const clientAt = (endpoint: string, extra: DynamoDBClientConfig = {}) =>
  new DynamoDBClient({ ...CREDENTIALS, endpoint, ...extra });
