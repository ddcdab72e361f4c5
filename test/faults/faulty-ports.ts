// Handler ports that fail as planned.
import type { Store } from '../../lambdas/ports/ports.ts';
import type { Sent, Sockets } from '../../lambdas/ports/sockets.ts';
import type { FaultPlan } from './fault-plan.ts';

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Time until a hanging post is repeated. */
const HANGS_MS = 1500;

/** Operations throw, before or after their effect, or lag. */
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

/** Posts fail, lag, repeat, or report a live connection gone. */
export function faultySockets(faultless: Sockets, plan: FaultPlan): Sockets {
  async function post(connection: string, frame: string): Promise<Sent> {
    const say = () => faultless.send([{ connection, frame }]);
    const fault = plan.draw('post');
    if (fault === 'gone') return { gone: [connection], undelivered: 0 };
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

/** `$disconnect` comes late, twice or never. */
export async function faultyDisconnect<R>(leave: () => Promise<R>, plan: FaultPlan): Promise<R | { statusCode: number }> {
  const fault = plan.draw('disconnect');
  if (fault === 'missing') return { statusCode: 200 };
  if (fault === 'late') await pause(plan.delay() * 3);
  if (fault === 'doubled') await leave();
  return leave();
}
