// One connection's share: a page says a few frames a second, whoever says thousands is not a page.
import { type GatewayConnection, isOpen, send } from './connection.ts';
import { errorFrame } from './invoke.ts';
import type { GatewayLimits } from './limits.ts';
import { tokenBucket } from './token-bucket.ts';

/** What was over a limit, for whoever keeps count. */
export type LimitName = 'frames' | 'floods' | 'connections' | 'joins' | 'PINs' | 'handshakes';

type Listener = (data: Buffer, isBinary: boolean) => void;

/**
 * Lets through what a connection may say; the rest is dropped and answered as API Gateway answers what it throttles, upon which pages
 * say it again. A connection that goes on and on is cut off.
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
    // What was on its way when it was cut off.
    if (!isOpen(connection)) return;
    refused('frames');
    // Told once for a hundred: an answer to each would be a flood of our own.
    if (over++ % 100 === 0) send(connection, errorFrame('Too Many Requests', connectionId, ''), limits, now());
    if (over <= limits.framesOver) return;
    refused('floods');
    // Without a closing handshake: what is on its way would be read until it is done.
    connection.socket.terminate();
  };
}
