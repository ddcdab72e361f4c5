// What AWS charges in us-east-1, in dollars, as read in August and September 2026; no free tier is taken off. What a game uses, times this.

export const PRICES = {
  /** Up to 32 KB, either way. */
  message: 1.0e-6,
  connectionMinute: 0.25e-6,
  invocation: 0.2e-6,
  /** Arm. */
  gbSecond: 0.0000133334,
  writeUnit: 0.625e-6,
  readUnit: 0.125e-6,
} as const;

export type Priced = keyof typeof PRICES;

export type Usage = Record<Priced, number>;

export const NAMES: Record<Priced, string> = {
  message: 'WebSocket messages',
  connectionMinute: 'connection minutes',
  invocation: 'Lambda invocations',
  gbSecond: 'Lambda GB-seconds',
  writeUnit: 'DynamoDB write units',
  readUnit: 'DynamoDB read units',
};

export const dollars = (usage: Usage): number =>
  (Object.keys(PRICES) as Priced[]).reduce((sum, name) => sum + usage[name] * PRICES[name], 0);

/** How long an invocation is taken to last, ms; only a real account can tell. A post is 1.1 ms of one core, as measured, which both who may post have. */
export const ASSUMED_MS = { connect: 5, disconnect: 15, player: 15, host: 40, announce: 60, post: 1.1 } as const;
