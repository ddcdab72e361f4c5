// What the stack tells each function through its environment; nobody else knows these names.

/** The variables of the five functions, by function: the stack must give each exactly these. */
export const ENVIRONMENT = {
  /** ORIGINS: whose pages may connect, with spaces between. ORIGIN_SECRET: what the header `x-origin-secret` must say; empty: nothing. */
  connect: ['ORIGINS', 'ORIGIN_SECRET'],
  disconnect: ['TABLE'],
  /** ANY_NAMES: `true` where no word is filtered. */
  player: ['TABLE', 'ANY_NAMES'],
  /**
   * SOCKETS: the stage's `@connections` endpoint. ANNOUNCE: the function that tells one shard. CROWD_FROM: rooms of more players than
   * this are told by an invocation per shard. EXPECTED_PLAYERS, RETENTION_DAYS: of the rooms that are opened.
   */
  host: ['TABLE', 'SOCKETS', 'ANNOUNCE', 'CROWD_FROM', 'EXPECTED_PLAYERS', 'RETENTION_DAYS'],
  announce: ['TABLE', 'SOCKETS'],
} as const;

export type FunctionName = keyof typeof ENVIRONMENT;
export type Environment<F extends FunctionName> = Record<(typeof ENVIRONMENT)[F][number], string>;

/**
 * The variables of one function.
 * @throws when one is missing: a function that cannot work should say so at its first start, not in the middle of a game
 */
export function environment<F extends FunctionName>(name: F, env: Record<string, string | undefined>): Environment<F> {
  const names: readonly string[] = ENVIRONMENT[name];
  const missing = names.filter((one) => env[one] === undefined);
  if (missing.length) throw new Error(`${name}: the environment has no ${missing.join(', ')}`);
  return env as Environment<F>;
}
