import type { SocketHandler } from '../api-gateway-event.ts';
import type { Store } from '../ports/ports.ts';

/** Best effort, may come late or never. Frees the connection, never the seat. */
export const disconnectHandler =
  (ports: { store: Store; now(): number }): SocketHandler =>
  async ({ requestContext }) => {
    await ports.store.disconnectAll(requestContext.connectionId, ports.now());
    return { statusCode: 200 };
  };
