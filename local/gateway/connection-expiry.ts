import { CLOSURE, closeConnection, type GatewayConnection } from './connection.ts';
import type { GatewayLimits } from './limits.ts';

/** Closes with 1001, as API Gateway does; 0.5 s late. */
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
