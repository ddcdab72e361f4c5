import type { SocketHandler } from './event.ts';
import type { Store } from './ports.ts';

/** `$disconnect`: best effort, may come late or never; it frees the connection, never the seat. */
export const disconnect =
  (ports: { store: Store; now(): number }): SocketHandler =>
  async ({ requestContext }) => {
    await ports.store.leave(requestContext.connectionId, ports.now());
    return { statusCode: 200 };
  };
