// Limits that are options; API Gateway's own are not.

import type { LimitName } from '../gateway/connection-rate-limit.ts';
import { API_GATEWAY_LIMITS, type GatewayLimits } from '../gateway/limits.ts';

interface Row {
  limit: keyof GatewayLimits;
  /** For the help page. */
  bounds: string;
}

const ROWS = {
  'connections-per-address': { limit: 'connectionsPerAddress', bounds: 'sockets of one address, open at once' },
  'joins-per-second': { limit: 'joinsPerSecond', bounds: 'joins of one address, a second' },
  'joins-burst': { limit: 'joinsBurst', bounds: '… and so many more at once' },
  'wrong-pins-per-minute': { limit: 'wrongPinsPerMinute', bounds: 'PINs that no room has, of one address, a minute' },
  'frames-per-second': { limit: 'framesPerSecond', bounds: 'frames of one connection, a second' },
  'frames-burst': { limit: 'framesBurst', bounds: '… and so many more at once' },
  'handshake-ms': { limit: 'handshakeMs', bounds: 'for a request to come in, from its first byte' },
} as const satisfies Record<string, Row>;

type Option = keyof typeof ROWS;
const NAMES = Object.keys(ROWS) as Option[];

/** The option that raises it. */
const BEHIND: Record<LimitName, Option> = {
  frames: 'frames-per-second',
  floods: 'frames-per-second',
  connections: 'connections-per-address',
  joins: 'joins-per-second',
  PINs: 'wrong-pins-per-minute',
  handshakes: 'handshake-ms',
};

/** For `parseArgs`. */
export const limitOptions = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' }])) as Record<
  Option,
  { type: 'string' }
>;

export const limitHelp = NAMES.map((name) => {
  const { limit, bounds } = ROWS[name];
  return `  ${`--${name} N`.padEnd(29)}${bounds} (${API_GATEWAY_LIMITS[limit].toLocaleString('en')})`;
}).join('\n');

/** @returns the limits, or a sentence about an invalid one */
export function limitsFrom(values: { [name in Option]?: string | undefined }): Partial<GatewayLimits> | string {
  const given: Partial<GatewayLimits> = {};
  for (const name of NAMES) {
    const text = values[name];
    if (text === undefined) continue;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || value > 10_000_000)
      return `--${name} should be a whole number from 1 to 10000000, is "${text}".`;
    given[ROWS[name].limit] = value;
  }
  return given;
}

/** Names the option that would allow it. */
export const refusedSentence = (refused: ReadonlyMap<LimitName, number>) =>
  `Refused: ${[...refused].map(([what, times]) => `${times.toLocaleString('en')} ${what} (--${BEHIND[what]})`).join(', ')}.`;
