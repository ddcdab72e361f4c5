// Runs the deployable stack locally.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createGateway } from '../../local/gateway/gateway.ts';
import { API_GATEWAY_LIMITS } from '../../local/gateway/limits.ts';
import { tokenBucket } from '../../local/gateway/token-bucket.ts';
import { dynalite } from '../aws/dynalite.ts';
import { dynamodbLocal } from '../aws/dynamodb-local.ts';
import { type Call, clientOn, type Engine, type Json, whenActive } from '../aws/engine.ts';
import { failingPosts, type PostFault } from '../aws/failing-posts.ts';
import { lagging } from '../aws/lagging.ts';
import { metered, type Units } from '../aws/metered.ts';
import { type ImitatedS3, imitatedS3 } from '../aws/s3.ts';
import { awsEndpoint } from './aws-endpoint.ts';
import { cloudFront, mediaBucketOf } from './cloud-front.ts';
import { type FunctionCounts, functionsOf } from './functions.ts';
import { routesOf, socketApi } from './routes.ts';
import { daily } from './schedule.ts';
import { type Resource, readStack } from './template.ts';
import { noteRows, notingKeys, noUsage, type Usage } from './usage.ts';

export interface RehearsalOptions {
  assembly: string;
  change?: (template: Json) => void;
  variables?: Record<string, string>;
  engine?: 'dynalite' | 'local';
  /** Lag of index and eventual reads, ms. */
  lagMs?: number;
  /** Deliver the n-th asynchronous event twice? */
  twice?: (n: number) => boolean;
  environments?: number;
  /** Account limit on frames and posts; beyond it, 429. */
  requests?: { perSecond: number; burst: number };
  database?: (call: Call) => Call;
  /** Factor on function time-outs, for busy machines. */
  timeFactor?: number;
  /** Factor on the functions' timers; default at most 3. */
  slowerTimers?: number;
  /** Fault of the next post; undefined: none. */
  posts?: () => PostFault | undefined;
  disconnects?: (leave: () => Promise<unknown>) => Promise<unknown>;
}

export interface Rehearsal {
  /** Socket address, and the pages' origin. */
  url: string;
  origin: string;
  client: DynamoDBClient;
  table: string;
  /** Everything that would fail on AWS. */
  faults: string[];
  /** Usage of the stack; rows only after `close`. */
  used: Usage;
  logs: string[];
  /** Runs what EventBridge does each day. */
  nextDay(): Promise<void>;
  files: ImitatedS3['objects'];
  counts: {
    functions: ReadonlyMap<string, FunctionCounts>;
    calls: ReadonlyMap<string, number>;
    units: () => Units;
  };
  close(): Promise<void>;
}

async function createTables(call: Call, tables: Resource[], fault: (what: string) => void): Promise<void> {
  for (const { id, Properties } of tables) {
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes } = Properties;
    const indexes = GlobalSecondaryIndexes?.length && { GlobalSecondaryIndexes };
    const body = { TableName: id, BillingMode: 'PAY_PER_REQUEST', KeySchema, AttributeDefinitions, ...indexes };
    const made = await call('CreateTable', body);
    if (made.status !== 200) fault(`the table ${id} cannot be made: ${JSON.stringify(made.body)}`);
    else await whenActive(call, id);
  }
}

/** Rows of a room without a time to live. */
async function rowsWithoutTtl(call: Call, { id, Properties }: Resource, used: Usage): Promise<string[]> {
  const ttl: string | undefined = Properties.TimeToLiveSpecification?.AttributeName;
  const { body } = await call('Scan', { TableName: id });
  const [pk] = (Properties.KeySchema as Json[]).map(({ AttributeName }) => AttributeName as string);
  const rows = ((body.Items ?? []) as Json[]).filter((row) => /^(PIN|ROOM)#/.test(row[pk!].S));
  noteRows(rows, used);
  return rows
    .filter((row) => !row[ttl ?? '']?.N)
    .map((row) => `never deleted, for it has no ${ttl ?? 'time to live'}: ${row[pk!].S}`);
}

export async function startRehearsal(options: RehearsalOptions): Promise<Rehearsal> {
  const {
    assembly,
    change,
    variables = {},
    lagMs = 0,
    twice = () => false,
    environments = 6,
    timeFactor = 1,
    // Below `timeFactor`: `$disconnect` blocks its environment while it waits.
    slowerTimers = Math.min(timeFactor, 3),
    database = (call) => call,
    posts = () => undefined,
    disconnects = (leave) => leave(),
  } = options;
  const faults: string[] = [];
  const fault = (what: string) => void faults.push(what);
  const logs: string[] = [];
  const used = noUsage();
  const stack = readStack(assembly, (template) => {
    for (const { Properties } of Object.values<Json>(template.Resources)) {
      const own: Json | undefined = Properties?.Environment?.Variables;
      for (const [name, value] of Object.entries(variables)) if (own && name in own) own[name] = value;
    }
    change?.(template);
  });
  const { id: api, stage } = socketApi(stack);
  const engine: Engine = options.engine === 'local' ? await dynamodbLocal() : dynalite();
  const tables = stack.of('AWS::DynamoDB::GlobalTable');
  await createTables(engine.call, tables, fault);
  const metrics = metered(engine.call);
  const call = notingKeys(database(lagMs ? lagging(metrics.call, lagMs) : metrics.call), used);

  const bucket = options.requests && tokenBucket(options.requests.perSecond, options.requests.burst);

  const files = imitatedS3(mediaBucketOf(stack));
  const calls = new Map<string, number>();
  const api4functions = await awsEndpoint({
    functions: () => functions,
    call,
    connections(req, res) {
      if (bucket?.take(Date.now()) !== false) return failingPosts(gateway, posts)(req, res);
      res.writeHead(429, { 'x-amzn-ErrorType': 'LimitExceededException' }).end();
      return 'answers';
    },
    api,
    bucket: files,
    fault,
    heard(one) {
      calls.set(one.action, (calls.get(one.action) ?? 0) + 1);
      used.calls.set(`${one.caller} ${one.action} ${one.resource}`, one);
    },
  });
  const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [distribution] = stack.of('AWS::CloudFront::Distribution');
  const origin = `https://${distribution!.id.toLowerCase()}.cloudfront.net`;
  const here = `http://127.0.0.1:${api4functions.port}`;
  const functions = functionsOf({
    stack,
    most: environments,
    endpoints: () => ({
      AWS_ENDPOINT_URL_DYNAMODB: here,
      AWS_ENDPOINT_URL_LAMBDA: here,
      AWS_ENDPOINT_URL_S3: here,
      REHEARSAL_TIME_FACTOR: String(slowerTimers),
    }),
    // Addresses of the API and CloudFront are local here.
    variable: (value) =>
      value.replace(`https://${api}.execute-api.us-east-1.amazonaws.com`, here).replace(origin, `${origin} ${address()}`),
    twice,
    timeFactor,
    log: (line) => logs.push(line),
    read: (variables, name) => {
      for (const variable of variables) used.variables.add(`${name} ${variable}`);
    },
    fault,
  });
  const gateway = createGateway({
    stage,
    limits: { timeoutMs: API_GATEWAY_LIMITS.timeoutMs * timeFactor },
    routes: routesOf(stack, async (name, event) => {
      const { eventType, routeKey } = event.requestContext;
      bucket?.take(Date.now());
      used.routes.add(routeKey);
      const invoke = () => functions.invoke(name, event);
      const reply = await (eventType === 'DISCONNECT' ? disconnects(invoke) : invoke());
      if (eventType === 'MESSAGE') used.replies.add(routeKey);
      return reply;
    }),
    onFault: (error) => fault(String(error).split('\n')[0]!),
  });
  const pages = cloudFront(stack, files.objects, here);
  const server = createServer((req, res) => gateway.handleHttp(req, res) || pages(req, res));
  gateway.attach(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');

  return {
    url: `${address().replace('http', 'ws')}/${stage}`,
    origin,
    client: clientOn(engine.call),
    table: tables[0]!.id,
    faults,
    used,
    logs,
    files: files.objects,
    async nextDay() {
      for (const name of daily(stack)) await functions.invoke(name, {});
    },
    counts: { functions: functions.counts, calls, units: metrics.spent },
    async close() {
      await gateway.close();
      for (const table of tables) for (const row of await rowsWithoutTtl(engine.call, table, used)) fault(row);
      await functions.close();
      server.close();
      api4functions.close();
      await engine.close();
    },
  };
}
