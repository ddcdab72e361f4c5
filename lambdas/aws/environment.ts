/** Environment variables of each function; the stack gives exactly these. */
export const ENVIRONMENT = {
  /** ORIGINS: allowed, space-separated. ORIGIN_SECRET: of the header `x-origin-secret`, or empty. */
  connect: ['ORIGINS', 'ORIGIN_SECRET'],
  disconnect: ['TABLE'],
  /** ANY_NAMES: `true` switches the word filter off. */
  player: ['TABLE', 'ANY_NAMES'],
  /**
   * SOCKETS: `@connections` endpoint. ANNOUNCE: function that broadcasts to one shard.
   * CROWD_FROM: larger rooms use it. EXPECTED_PLAYERS, RETENTION_DAYS: of new rooms.
   */
  host: ['TABLE', 'SOCKETS', 'ANNOUNCE', 'CROWD_FROM', 'EXPECTED_PLAYERS', 'RETENTION_DAYS'],
  announce: ['TABLE', 'SOCKETS'],
} as const;

export type FunctionName = keyof typeof ENVIRONMENT;
export type Environment<F extends FunctionName> = Record<(typeof ENVIRONMENT)[F][number], string>;

/**
 * @throws when one is missing, so that the function fails at its start
 */
export function environment<F extends FunctionName>(name: F, env: Record<string, string | undefined>): Environment<F> {
  const names: readonly string[] = ENVIRONMENT[name];
  const missing = names.filter((one) => env[one] === undefined);
  if (missing.length) throw new Error(`${name}: the environment has no ${missing.join(', ')}`);
  return env as Environment<F>;
}
