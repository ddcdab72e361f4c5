import { type GatewayConnection, isOpen, send } from './connection.ts';
import { errorFrame } from './invoke.ts';
import type { GatewayLimits } from './limits.ts';
import { tokenBucket } from './token-bucket.ts';

export type LimitName = 'frames' | 'floods' | 'connections' | 'joins' | 'PINs' | 'handshakes';

type Listener = (data: Buffer, isBinary: boolean) => void;

/**
 * Drops excess with API Gateway's throttling frame (pages retry).
 * Disconnects a persistent flood.
 */
export function limitRate(
  connection: GatewayConnection,
  limits: GatewayLimits,
  now: () => number,
  refused: (what: LimitName) => void,
  pass: Listener,
): Listener {
  const bucket = tokenBucket(limits.framesPerSecond, limits.framesBurst);
  const { connectionId } = connection.peer;
  let over = 0;
  return (data, isBinary) => {
    if (bucket.take(now())) {
      pass(data, isBinary);
      return;
    }
    connection.pending.remove(data.length);
    // In flight when it was cut off.
    if (!isOpen(connection)) return;
    refused('frames');
    // One reply per hundred: no flood of our own.
    if (over++ % 100 === 0) send(connection, errorFrame('Too Many Requests', connectionId, ''), limits, now());
    if (over <= limits.framesOver) return;
    refused('floods');
    // No closing handshake: pending input would still be read.
    connection.socket.terminate();
  };
}
