/** The stack sets exactly these variables. */
export const ENVIRONMENT = {
  /** STACK: whose metrics. ORIGINS: space-separated. ORIGIN_SECRET: header `x-origin-secret`, or empty. */
  connect: ['STACK', 'ORIGINS', 'ORIGIN_SECRET'],
  disconnect: ['STACK', 'TABLE'],
  /** ANY_NAMES: `true` switches the word filter off. */
  player: ['STACK', 'TABLE', 'ANY_NAMES'],
  /**
   * MEDIA: bucket of pictures and sounds. SOCKETS: the management API's URL. EXPECTED_PLAYERS: sets a room's shards. RETENTION_DAYS: a room's life.
   * ANNOUNCE: broadcasts to one shard, for rooms from CROWD_FROM players.
   */
  host: ['STACK', 'TABLE', 'ANY_NAMES', 'SOCKETS', 'MEDIA', 'ANNOUNCE', 'CROWD_FROM', 'EXPECTED_PLAYERS', 'RETENTION_DAYS'],
  announce: ['STACK', 'TABLE', 'SOCKETS'],
  sweep: ['STACK', 'TABLE', 'MEDIA'],
} as const;

export type FunctionName = keyof typeof ENVIRONMENT;
export type Environment<F extends FunctionName> = Record<'STACK' | (typeof ENVIRONMENT)[F][number], string>;

/** @throws at the function's start when one is missing */
export function environment<F extends FunctionName>(name: F, env: Record<string, string | undefined>): Environment<F> {
  const names: readonly string[] = ENVIRONMENT[name];
  const missing = names.filter((one) => env[one] === undefined);
  if (missing.length) throw new Error(`${name}: the environment has no ${missing.join(', ')}`);
  return env as Environment<F>;
}
