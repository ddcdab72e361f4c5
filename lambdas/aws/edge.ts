// The rim of every function: where faults are caught, logged with their ids, and thrown on for Lambda to count.
import type { Frame } from '../../game/messages.ts';
import type { SocketEvent } from '../event.ts';
import type { FunctionName } from './environment.ts';
import { createMeter, faultLine, type Meter } from './meter.ts';

/**
 * A function as Lambda runs it. A throw becomes the gateway's error frame, upon which clients say it again.
 * @param make called once for each execution environment, at its start
 */
export function atEdge<E, R>(name: FunctionName, make: (meter: Meter) => (event: E) => Promise<R>): (event: E) => Promise<R> {
  const meter = createMeter({ now: Date.now });
  const handle = make(meter);
  return async (event) => {
    try {
      return await handle(event);
    } catch (error) {
      const context = (event as Partial<SocketEvent>).requestContext;
      const { requestId, connectionId } = context ?? {};
      process.stdout.write(`${faultLine(error, { function: name, requestId, connectionId })}\n`);
      meter.add('Faults', 1);
      throw error;
    } finally {
      meter.flush();
    }
  };
}

/** Counts what pages were told: numbers only, never a name, an answer or a secret. */
export const counting = (meter: Meter) => (action: string, reply: Frame) => {
  if (reply.type === 'refused') meter.add('Refusals', 1);
  else if (reply.type === 'answered') meter.add('Answers', 1);
  else if (action === 'join') meter.add('Joins', 1);
  else if (reply.type === 'stage' && reply.stage) meter.add('Connected', reply.stage.connected);
};
