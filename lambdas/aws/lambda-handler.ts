import type { Frame } from '../../game/wire/server-frames.ts';
import type { SocketEvent } from '../api-gateway-event.ts';
import { noCallsInFlight } from './calls-in-flight.ts';
import { type Environment, environment, type FunctionName } from './environment.ts';
import { createMetrics, faultLogLine, type Metrics } from './metrics.ts';

/** Logs, counts and rethrows faults. @param make once per environment */
export function lambdaHandler<F extends FunctionName, E, R>(
  name: F,
  make: (env: Environment<F>, metrics: Metrics) => (event: E) => Promise<R>,
): (event: E) => Promise<R> {
  const env = environment(name, process.env);
  const metrics = createMetrics({ stack: env.STACK, now: Date.now });
  const handle = make(env, metrics);
  return async (event) => {
    try {
      return await handle(event);
    } catch (error) {
      const context = (event as Partial<SocketEvent>).requestContext;
      const { requestId, connectionId } = context ?? {};
      process.stdout.write(`${faultLogLine(error, { function: name, requestId, connectionId })}\n`);
      metrics.add('Faults', 1);
      await noCallsInFlight();
      throw error;
    } finally {
      metrics.flush();
    }
  };
}

/** Numbers only: never a name, answer or secret. */
export const replyMetrics = (metrics: Metrics) => (action: string, reply: Frame) => {
  if (reply.type === 'refused') metrics.add('Refusals', 1);
  else if (reply.type === 'answered') metrics.add('Answers', 1);
  else if (action === 'join') metrics.add('Joins', 1);
  else if (reply.type === 'stage' && reply.stage) metrics.add('Connected', reply.stage.connected);
};
