// Ports that fail: store, sockets, `$disconnect`.
import type { Store } from '../../lambdas/ports/ports.ts';
import type { Sent, Sockets } from '../../lambdas/ports/sockets.ts';
import type { FaultPlan } from './fault-plan.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Until an unanswered post is repeated, ms. */
const HANGS_MS = 1500;

/** Some verbs throw, before or after their work, or are slow. */
export function faultyStore(store: Store, plan: FaultPlan): Store {
  return new Proxy(store, {
    get: (target, name: keyof Store) => {
      const verb = target[name] as (...args: unknown[]) => Promise<unknown>;
      return async (...args: unknown[]) => {
        const fault = plan.draw('store');
        if (fault === 'late') await pause(plan.delay() / 3);
        if (fault === 'before') throw new Error(`${name} failed before it did anything`);
        const result = await verb.apply(target, args);
        if (fault === 'after') throw new Error(`${name} failed when it was done`);
        return result;
      };
    },
  });
}

/**
 * What the port makes of a gateway that fails: one phone is said to be gone though it is not, another is not reached, a third is reached
 * late, or twice since nobody knew that it had been. None holds up the others.
 */
export function faultySockets(calm: Sockets, plan: FaultPlan): Sockets {
  async function post(connection: string, frame: string): Promise<Sent> {
    const say = () => calm.send([{ connection, frame }]);
    const fault = plan.draw('post');
    if (fault === 'gone') return { gone: [connection], undelivered: 0 };
    // Refused until it was not worth it any more.
    if (fault === 'slow') return { gone: [], undelivered: 1 };
    if (fault === 'goneSent' || fault === 'failedSent' || fault === 'hangsSent') await say();
    if (fault === 'goneSent') return { gone: [connection], undelivered: 0 };
    if (fault === 'failed' || fault === 'failedSent') await pause(plan.delay());
    if (fault === 'hangs' || fault === 'hangsSent') await pause(HANGS_MS);
    return say();
  }
  async function each(posts: readonly { connection: string; frame: string }[]): Promise<Sent> {
    const all = await Promise.all(posts.map(({ connection, frame }) => post(connection, frame)));
    return { gone: all.flatMap(({ gone }) => gone), undelivered: all.reduce((sum, { undelivered }) => sum + undelivered, 0) };
  }
  return {
    sendAll: (connections, frame) => each(connections.map((connection) => ({ connection, frame }))),
    send: each,
  };
}

/** How a `$disconnect` comes: late, twice, or not at all. */
export async function faultyDisconnect<R>(leave: () => Promise<R>, plan: FaultPlan): Promise<R | { statusCode: number }> {
  const fault = plan.draw('disconnect');
  if (fault === 'missing') return { statusCode: 200 };
  if (fault === 'late') await pause(plan.delay() * 3);
  if (fault === 'doubled') await leave();
  return leave();
}
