// us-east-1, dollars, September 2026; no free tier.

export const PRICES = {
  /** Up to 32 KB, either way. */
  message: 1.0e-6,
  connectionMinute: 0.25e-6,
  invocation: 0.2e-6,
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

const isPriced = (name: string): name is Priced => Object.hasOwn(PRICES, name);
export const dollars = (usage: Usage): number =>
  Object.keys(PRICES)
    .filter(isPriced)
    .reduce((sum, name) => sum + usage[name] * PRICES[name], 0);

/** Assumed, ms; only `post` is measured, on one core. */
export const ASSUMED_MS = { connect: 5, disconnect: 15, player: 15, host: 40, announce: 60, post: 1.1 } as const;
