import type { SocketHandler } from '../api-gateway-event.ts';
import type { Store } from '../ports/ports.ts';

/** May come late or never; the seat stays. */
export const disconnectHandler =
  (ports: { store: Store; now(): number }): SocketHandler =>
  async ({ requestContext }) => {
    await ports.store.disconnectAll(requestContext.connectionId, ports.now());
    return { statusCode: 200 };
  };
