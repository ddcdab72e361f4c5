// AWS quotas and assumed speeds, each with its source.

export const LIMITS = {
  connections: {
    name: 'new WebSocket connections a second',
    value: 500,
    source: 'API Gateway quotas: new connections per second per account and region',
  },
  requests: {
    name: 'API Gateway requests a second',
    value: 10_000,
    source: 'API Gateway quotas: account throttle, shared by all APIs and the @connections calls',
  },
  burst: { name: 'API Gateway burst', value: 5_000, source: 'API Gateway quotas: account burst, set by AWS' },
  stage: {
    name: 'requests a second of the socket’s stage',
    value: 8_000,
    source: 'as deployed: two for each expected player, at most 8,000, or requestsPerSecond; with a burst of half as many',
  },
  concurrency: {
    name: 'Lambda concurrent executions',
    value: 1_000,
    source: 'Lambda quotas: concurrent executions; new accounts begin lower',
  },
  scaling: {
    name: 'new environments of a function in ten seconds',
    value: 1_000,
    source: 'Lambda: 1,000 more environments every 10 s for each function',
  },
  /** Capacity units a second. */
  partitionWrites: {
    name: 'writes a second of a partition',
    value: 1_000,
    source: 'DynamoDB: write units a second of one partition',
  },
  partitionReads: {
    name: 'reads a second of a partition',
    value: 3_000,
    source: 'DynamoDB: read units a second of one partition',
  },
  tableWrites: {
    name: 'writes a second of the table, and of its index',
    value: 4_000,
    source: 'DynamoDB on demand: a new table; it doubles its previous peak within 30 minutes, which no event waits for',
  },
  tableReads: {
    name: 'reads a second of the table',
    value: 12_000,
    source: 'DynamoDB on demand: a new table',
  },
  /** With one full core. */
  postsPerWorker: {
    name: 'posts a second of one function',
    value: 900,
    source: 'measured: 1.1 ms of a core for each post with the SDK over TLS; AWS itself not measured',
  },
  coldStart: {
    name: 'ms of a cold start',
    value: 450,
    source: 'published cold starts of Node 24 on Arm (125 ms), the SDK’s import, and the first call to the table',
  },
  warm: { name: 'ms of an answer', value: 15, source: 'assumed: one conditional write and its reply' },
  invoking: {
    name: 'ms until an announcement begins',
    value: 60,
    source: 'assumed: from the invocation of an announcement to its first post, warm',
  },
  reading: {
    name: 'ms to read 1,000 seats',
    value: 13,
    source: 'measured: ms inside the SDK for a query of 1,000 seats, to which the table’s own time comes',
  },
} as const satisfies Record<string, { name: string; value: number; source: string }>;

export type AccountLimits = { -readonly [K in keyof typeof LIMITS]: number };

export const defaultLimits = (): AccountLimits =>
  Object.fromEntries(Object.entries(LIMITS).map(([name, { value }]) => [name, value])) as AccountLimits;
