// Options; API Gateway's own limits stay fixed.

import type { LimitName } from '../gateway/connection-rate-limit.ts';
import { API_GATEWAY_LIMITS, type GatewayLimits } from '../gateway/limits.ts';

const row = (limit: keyof GatewayLimits, bounds: string) => ({ type: 'string', limit, bounds }) as const;

/** `parseArgs` reads `type` only. */
export const limitOptions = {
  'connections-per-address': row('connectionsPerAddress', 'sockets of one address, open at once'),
  'joins-per-second': row('joinsPerSecond', 'joins of one address, a second'),
  'joins-burst': row('joinsBurst', '… and so many more at once'),
  'wrong-pins-per-minute': row('wrongPinsPerMinute', 'PINs that no room has, of one address, a minute'),
  'frames-per-second': row('framesPerSecond', 'frames of one connection, a second'),
  'frames-burst': row('framesBurst', '… and so many more at once'),
  'handshake-ms': row('handshakeMs', 'for a request to come in, from its first byte'),
};

type Option = keyof typeof limitOptions;
const isOption = (name: string): name is Option => Object.hasOwn(limitOptions, name);
const NAMES = Object.keys(limitOptions).filter(isOption);

const BEHIND: Record<LimitName, Option> = {
  frames: 'frames-per-second',
  floods: 'frames-per-second',
  connections: 'connections-per-address',
  joins: 'joins-per-second',
  PINs: 'wrong-pins-per-minute',
  handshakes: 'handshake-ms',
};

export const limitHelp = NAMES.map((name) => {
  const { limit, bounds } = limitOptions[name];
  return `  ${`--${name} N`.padEnd(29)}${bounds} (${API_GATEWAY_LIMITS[limit].toLocaleString('en')})`;
}).join('\n');

/** @returns the limits, or what is wrong */
export function limitsFrom(values: { [name in Option]?: string | undefined }): Partial<GatewayLimits> | string {
  const given: Partial<GatewayLimits> = {};
  for (const name of NAMES) {
    const text = values[name];
    if (text === undefined) continue;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < 1 || value > 10_000_000)
      return `--${name} should be a whole number from 1 to 10000000, is "${text}".`;
    given[limitOptions[name].limit] = value;
  }
  return given;
}

export const refusedSentence = (refused: ReadonlyMap<LimitName, number>) =>
  `Refused: ${[...refused].map(([what, times]) => `${times.toLocaleString('en')} ${what} (--${BEHIND[what]})`).join(', ')}.`;
