import type { Usage } from './prices.ts';
import { type Settings, WARM, warmReads } from './settings.ts';

/** An account may take 10,000 frames a second, of all its APIs. */
const MOST_REQUESTS = 8000;
/** Of a room: everybody at once, and again. */
const TIMES = 2;
const LEAST = 500;

export interface Brakes {
  /** Frames a second; the burst is half of it. */
  requests: number;
  /** Units a second of the table, and writes of its index. */
  writes: number;
  reads: number;
}

type Sized = Pick<Settings, 'expectedPlayers' | 'requestsPerSecond' | 'warmWrites'>;

/** What a deployment takes at most a second: twice its largest room, or as the settings say. */
export function brakesOf({ expectedPlayers, requestsPerSecond, warmWrites }: Sized): Brakes {
  const room = Math.max(LEAST, TIMES * expectedPlayers);
  const usual = Math.min(room, WARM.writes.most);
  const writes = warmWrites > WARM.writes.usual ? Math.max(usual, warmWrites) : usual;
  return { requests: requestsPerSecond || Math.min(room, MOST_REQUESTS), writes, reads: warmReads(writes) };
}

const DAY_S = 86_400;
/** API Gateway: new connections a second, and their longest life and silence, s. */
const CONNECTIONS = { new: 500, life: 7200, idle: 600 };
/** Of `player`, GB and s (infra/backend/functions.ts, ASSUMED_MS). */
const GB_SECONDS = (512 / 1024) * 0.015;

/** Usage of a day on which somebody takes all that the brakes let through. */
export function worstDay({ requests, writes, reads }: Brakes): Usage {
  const open = Math.min(CONNECTIONS.new * CONNECTIONS.life, requests * CONNECTIONS.idle);
  return {
    // Each has a reply.
    message: 2 * requests * DAY_S,
    connectionMinute: (open * DAY_S) / 60,
    invocation: requests * DAY_S,
    gbSecond: requests * DAY_S * GB_SECONDS,
    writeUnit: 2 * writes * DAY_S,
    readUnit: reads * DAY_S,
  };
}
