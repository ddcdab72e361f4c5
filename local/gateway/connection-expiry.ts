import { CLOSURE, closeConnection, type GatewayConnection } from './connection.ts';
import type { GatewayLimits } from './limits.ts';

/**
 * Closes what has been silent for `idleMs` or open for `lifeMs`, with 1001 as API Gateway does, until the timer is cleared.
 * One timer for all sockets, however many: at most 0.5 s late on limits of minutes, a twentieth of the shorter limit in tests.
 */
export function expireConnections(
  connections: ReadonlyMap<string, GatewayConnection>,
  limits: GatewayLimits,
  now: () => number,
): NodeJS.Timeout {
  const sweep = () => {
    const at = now();
    for (const connection of connections.values()) {
      const isIdle = at - connection.lastActiveAt >= limits.idleMs;
      if (isIdle || at - connection.peer.connectedAt >= limits.lifeMs) closeConnection(connection, CLOSURE.goingAway);
    }
  };
  const everyMs = Math.min(500, Math.max(10, Math.min(limits.idleMs, limits.lifeMs) / 20));
  return setInterval(sweep, everyMs).unref();
}
